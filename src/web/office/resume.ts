import type { Request } from 'express'

/** Something posted whose session had ended: where it was to go, and its fields. */
export interface Resumed {
  action: string
  fields: [string, string][]
}

/** What was posted, as text that goes through the sign-in form; `undefined`: nothing worth keeping. */
export function resumable(req: Request): string | undefined {
  const body: unknown = req.body
  if (req.method !== 'POST' || typeof body !== 'object' || body === null) return undefined
  const fields = Object.entries(body)
    .filter(([name]) => name !== '_key')
    .flatMap(([name, value]): [string, string][] =>
      (Array.isArray(value) ? value : [value]).map((single) => [name, String(single)]),
    )
  return JSON.stringify({ action: req.originalUrl, fields })
}

/** The inverse; whatever else is sent is nothing to go on with. */
export function readResumed(text: string | undefined): Resumed | undefined {
  if (text === undefined) return undefined
  try {
    const { action, fields }: Record<string, unknown> = JSON.parse(text)
    const isOurs = typeof action === 'string' && /^\/office\//.test(action)
    if (!isOurs || !Array.isArray(fields) || !fields.every(isField)) return undefined
    return { action, fields }
  } catch {
    // Not JSON, or not an object: nobody's form has made it.
    return undefined
  }
}

function isField(field: unknown): field is [string, string] {
  return Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === 'string')
}
