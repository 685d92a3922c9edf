import { isStrange, NotQuick } from './not-quick.ts'
import { nameAt } from './quick-names.ts'
import { endOfUsual, isPlainText } from './yaml-scalars.ts'

const numberForm = /^-?(?:0|[1-9][0-9]{0,14})$/
/** What ends a plain value in brackets or behind a colon. */
const ends = ',]}\n'
const plainForm = /[^,[\]{}'"\n]+/y
const singleForm = /'(?:[^'\n]|'')*'/y
const doubleForm = /"(?:[^"\\\n]|\\.)*"/y
const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
])

/** Brackets within brackets; the writer makes three. */
const maximumDepth = 8

/** The value of what stands behind a colon or a dash, up to `end`, a line end: a scalar, or brackets that close on the same line. */
export function readInline(text: string, from: number, end: number): unknown {
  const reader = new InlineReader(text, from)
  const value = reader.readValue(0)
  if (reader.at !== end) throw new NotQuick()
  return value
}

class InlineReader {
  readonly #text: string
  at: number

  constructor(text: string, from: number) {
    this.#text = text
    this.at = from
  }

  readValue(depth: number): unknown {
    if (depth > maximumDepth) throw new NotQuick()
    switch (this.#text[this.at]) {
      case '[':
        return this.#readList(depth)
      case '{':
        return this.#readFields(depth)
      case "'":
        return readSingle(this.#take(singleForm))
      case '"':
        return readDouble(this.#take(doubleForm))
      default:
        return readPlain(this.#takePlain(), depth)
    }
  }

  #take(form: RegExp): string {
    form.lastIndex = this.at
    if (!form.test(this.#text)) throw new NotQuick()
    const taken = this.#text.slice(this.at, form.lastIndex)
    if (isStrange(taken)) throw new NotQuick()
    this.at = form.lastIndex
    return taken
  }

  /** A plain value ends before the blank that stands before a closing brace. */
  #takePlain(): string {
    const end = this.#endOfPlain()
    const taken = this.#text.slice(this.at, this.#text.startsWith(' }', end - 1) ? end - 1 : end)
    this.at += taken.length
    return taken
  }

  /** The usual signs are looked up; where others come, the pattern decides. */
  #endOfPlain(): number {
    const end = endOfUsual(this.#text, this.at)
    if (end > this.at && ends.includes(this.#text.charAt(end))) return end
    plainForm.lastIndex = this.at
    if (!plainForm.test(this.#text)) throw new NotQuick()
    return plainForm.lastIndex
  }

  #skip(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.at)) return false
    this.at += sign.length
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
      const name = nameAt(this.#text, this.at)
      if (name === undefined || Object.hasOwn(fields, name)) throw new NotQuick()
      this.at += name.length
      if (!this.#skip(': ')) throw new NotQuick()
      fields[name] = this.readValue(depth + 1)
    } while (this.#skip(', '))
    if (!this.#skip(' }')) throw new NotQuick()
    return fields
  }
}

function readPlain(text: string, depth: number): unknown {
  if (isPlainText(text)) return depth === 0 || !text.includes('?') ? text : refuse()
  if (words.has(text)) return words.get(text)
  return numberForm.test(text) && text !== '-0' ? Number(text) : refuse()
}

function readSingle(quoted: string): string {
  const text = quoted.slice(1, -1)
  return text.includes("'") ? text.replaceAll("''", "'") : text
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
