import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { chooseEncoding, type Encoding, recode } from './encodings.ts'

/** One encoding of an answer, ready to leave. */
interface Variant {
  body: Buffer
  /** Names and values in turns, as `writeHead` takes them. */
  head: string[]
}
type Headers = readonly (readonly [string, string])[]

const tagEndings: Readonly<Record<Encoding, string>> = { br: '-br', gzip: '-gz', identity: '' }
const compressible = /^(?:text\/|application\/(?:[\w.]+\+)?(?:json|xml|javascript|yaml)|image\/svg)/
/** Below this, packing saves less than the headers it needs. */
const smallestPacked = 860
/** What keys, heads and objects take beside the bodies, in bytes. */
const overhead = 3_000
/** Headers that belong to one sending, or are made anew for each encoding. */
const ofOneSending = new Set([
  'content-length',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'etag',
  'vary',
])
const aboutBody = new Set(['content-type', 'content-encoding', 'content-length', 'last-modified', 'accept-ranges'])

/**
 * A complete 200 answer, ready to leave in each encoding that was ever asked for.
 *
 * Each encoding has a strong tag of its own, `"hash-br"`, because a strong tag promises equal bytes (RFC 9110 §8.8.3); a reader who comes back with any of them
 * has the same content and gets 304 with the tag he named.
 */
export class FinishedAnswer {
  readonly #headers: Headers
  readonly #tag: string
  readonly #vary: string
  readonly #isPackable: boolean
  readonly #variants = new Map<Encoding, Variant>()
  #isPlainWanted = false

  /** `headers`: those of the plain answer, names in small letters. */
  constructor(headers: Headers, body: Buffer) {
    const all = new Map(headers)
    this.#headers = headers.filter(([name]) => !ofOneSending.has(name))
    this.#tag = /^"([^"]*)"$/.exec(all.get('etag') ?? '')?.[1] ?? digestOf(body)
    this.#isPackable = body.length >= smallestPacked && compressible.test(all.get('content-type') ?? '')
    this.#vary = [all.get('vary') ?? '', this.#isPackable ? 'Accept-Encoding' : ''].filter(Boolean).join(', ')
    this.#variants.set('identity', this.#variantOf('identity', body))
  }

  /** What it takes in memory, in bytes. */
  get bytes(): number {
    let bytes = overhead
    for (const { body } of this.#variants.values()) bytes += body.length
    return bytes
  }

  /** Sends what the reader asks for; at once when that encoding is ready, else after packing it. Answers whether it was ready. */
  send(res: ServerResponse, { method, headers }: Asked): boolean {
    const encoding = this.#isPackable ? chooseEncoding(headers['accept-encoding']) : 'identity'
    if (encoding === 'identity') this.#isPlainWanted = true
    const named = this.#findNamed(headers['if-none-match'])
    if (named !== undefined) this.#sendUnchanged(res, named)
    else {
      const variant = this.#variants.get(encoding)
      if (variant === undefined) return false
      res.writeHead(200, variant.head)
      if (method === 'HEAD') res.end()
      else res.end(variant.body)
    }
    return true
  }

  /** Whether `send` would send at once. */
  isReady({ headers }: Asked): boolean {
    const isKnown = this.#findNamed(headers['if-none-match']) !== undefined
    return isKnown || !this.#isPackable || this.#variants.has(chooseEncoding(headers['accept-encoding']))
  }

  /** Makes the encoding that the reader asks for. Plain bytes that nobody wanted are given up for packed ones, which can make them again. */
  async prepare({ headers }: Asked): Promise<void> {
    const encoding = chooseEncoding(headers['accept-encoding'])
    const [[from, { body }]] = [...this.#variants] as [[Encoding, Variant]] // there is always one
    this.#variants.set(encoding, this.#variantOf(encoding, await recode(body, from, encoding)))
    if (!this.#isPlainWanted) this.#variants.delete('identity')
  }

  #variantOf(encoding: Encoding, body: Buffer): Variant {
    const head = [...this.#headers, ...this.#tagAndVary(encoding), ['content-length', String(body.length)] as const]
    if (encoding !== 'identity') head.push(['content-encoding', encoding])
    return { body, head: head.flat() }
  }

  #tagAndVary(encoding: Encoding): (readonly [string, string])[] {
    const tag = ['etag', `"${this.#tag}${tagEndings[encoding]}"`] as const
    return this.#vary === '' ? [tag] : [tag, ['vary', this.#vary]]
  }

  /** Which of our encodings the reader says he has; `undefined`: none. */
  #findNamed(asked: string | undefined): Encoding | undefined {
    if (asked === undefined) return undefined
    if (asked.trim() === '*') return 'identity'
    const tags = new Set(asked.split(',').map((tag) => tag.trim().replace(/^W\//, '')))
    const encodings = Object.keys(tagEndings) as Encoding[] // the keys of that table
    return encodings.find((encoding) => tags.has(`"${this.#tag}${tagEndings[encoding]}"`))
  }

  #sendUnchanged(res: ServerResponse, encoding: Encoding): void {
    const headers = this.#headers.filter(([name]) => !aboutBody.has(name))
    res.writeHead(304, [...headers, ...this.#tagAndVary(encoding)].flat())
    res.end()
  }
}

/** Files come with a weak tag, made of their time: a strong one is made of what they hold. */
const digestOf = (body: Buffer) => createHash('sha256').update(body).digest('base64url')

/** What of a request decides the form of its answer. */
export interface Asked {
  method?: string | undefined
  headers: { 'accept-encoding'?: string | undefined; 'if-none-match'?: string | undefined }
}
