import { createHash } from 'node:crypto'

/** The tag of an answer's plain bytes: the same bytes have the same tag, on every machine and after every restart. */
export function strongTag(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`
}
