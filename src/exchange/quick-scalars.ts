import { NotQuick } from './not-quick.ts'
import { isPlainText } from './yaml-scalars.ts'

const numberForm = /^-?(?:0|[1-9][0-9]{0,14})$/
const keyForm = /([A-Za-z][A-Za-z0-9]{0,63}): /y
const plainForm = /[^,[\]{}'"]+/y
const singleForm = /'(?:[^']|'')*'/y
const doubleForm = /"(?:[^"\\]|\\.)*"/y
const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
])

/** Brackets within brackets; the writer makes three. */
const maximumDepth = 8

/** The value of what stands behind a colon or a dash: a scalar, or brackets that close on the same line. */
export function readInline(text: string): unknown {
  const reader = new InlineReader(text)
  const value = reader.readValue(0)
  if (!reader.isAtEnd) throw new NotQuick()
  return value
}

class InlineReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length
  }

  readValue(depth: number): unknown {
    if (depth > maximumDepth) throw new NotQuick()
    switch (this.#text[this.#at]) {
      case '[':
        return this.#readList(depth)
      case '{':
        return this.#readFields(depth)
      case "'":
        return this.#take(singleForm).slice(1, -1).replaceAll("''", "'")
      case '"':
        return readDouble(this.#take(doubleForm))
      default:
        return readPlain(this.#take(plainForm), depth)
    }
  }

  #take(form: RegExp): string {
    form.lastIndex = this.#at
    const found = form.exec(this.#text)?.[0]
    if (found === undefined) throw new NotQuick()
    // A plain value ends before the blank that stands before a closing brace.
    const taken =
      form === plainForm && this.#text.startsWith(' }', this.#at + found.length - 1) ? found.slice(0, -1) : found
    this.#at += taken.length
    return taken
  }

  #skip(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.#at)) return false
    this.#at += sign.length
    return true
  }

  #readList(depth: number): unknown[] {
    if (this.#skip('[]')) return []
    this.#skip('[')
    const items = [this.readValue(depth + 1)]
    while (this.#skip(', ')) items.push(this.readValue(depth + 1))
    if (!this.#skip(']')) throw new NotQuick()
    return items
  }

  #readFields(depth: number): Record<string, unknown> {
    if (this.#skip('{}')) return {}
    if (!this.#skip('{ ')) throw new NotQuick()
    const fields: Record<string, unknown> = {}
    do {
      const key = this.#take(keyForm).slice(0, -2)
      if (Object.hasOwn(fields, key)) throw new NotQuick()
      fields[key] = this.readValue(depth + 1)
    } while (this.#skip(', '))
    if (!this.#skip(' }')) throw new NotQuick()
    return fields
  }
}

function readPlain(text: string, depth: number): unknown {
  if (words.has(text)) return words.get(text)
  if (numberForm.test(text)) return text === '-0' ? refuse() : Number(text)
  return isPlainText(text) && (depth === 0 || !text.includes('?')) ? text : refuse()
}

/** JSON's double quotes mean the same in YAML. */
function readDouble(text: string): string {
  try {
    return JSON.parse(text)
  } catch {
    return refuse()
  }
}

function refuse(): never {
  throw new NotQuick()
}
