import { isStrange, NotQuick } from './not-quick.ts'
import { nameAt } from './quick-names.ts'
import { readInline } from './quick-scalars.ts'

/**
 * Reads the layout that `yamlOf` writes, some fifty times faster than the full parser; `undefined` for everything else.
 *
 * It accepts a text only when YAML 1.2 leaves one way to read it: one line an entry, quotes and brackets closed on their line, literal
 * blocks, no comments. What it accepts, the full parser reads alike; a property of the tests holds them together.
 */
export function readQuickly(text: string): unknown {
  if (!text.endsWith('\n')) return undefined
  try {
    return new QuickReader(text).read()
  } catch (error) {
    if (error instanceof NotQuick) return undefined
    throw error
  }
}

/** Goes through the text line by line and makes nothing but the values themselves. */
class QuickReader {
  readonly #text: string
  /** Where the line begins behind its indentation, and where its line end stands; both equal: an empty line. */
  #start = 0
  #end = -1
  #indent = 0

  constructor(text: string) {
    this.#text = text
    this.#goOn()
  }

  read(): unknown {
    const value = this.#readFields(0)
    if (!this.#isOver) throw new NotQuick()
    return value
  }

  get #isOver(): boolean {
    return this.#end < 0
  }

  get #isEmpty(): boolean {
    return this.#start === this.#end
  }

  #goOn(): void {
    const begin = this.#end + 1
    this.#end = this.#text.indexOf('\n', begin)
    this.#start = begin
    while (this.#text.charCodeAt(this.#start) === 0x20) this.#start += 1
    this.#indent = this.#start - begin
    // A line of blanks alone means one thing in a block and another between fields.
    if (this.#isEmpty && this.#indent > 0) throw new NotQuick()
  }

  /** Whether the line stands at this indentation; `false`: something else comes. */
  #isAt(indent: number): boolean {
    if (this.#isOver) return false
    if (this.#isEmpty || this.#indent > indent) throw new NotQuick()
    return this.#indent === indent
  }

  /** The field name at the beginning of the line; `undefined`: there is none, or nothing but a blank behind it. */
  #keyHere(): string | undefined {
    const name = nameAt(this.#text, this.#start)
    if (name === undefined) return undefined
    const behind = this.#start + name.length + 1
    const isWhole = behind === this.#end || (this.#text.charCodeAt(behind) === 0x20 && behind + 1 !== this.#end)
    return isWhole ? name : undefined
  }

  #readFields(indent: number): Record<string, unknown> {
    const fields: Record<string, unknown> = {}
    let isFirst = true
    while (this.#isAt(indent)) {
      const name = this.#keyHere()
      if (name === undefined || (!isFirst && Object.hasOwn(fields, name))) throw new NotQuick()
      isFirst = false
      fields[name] = this.#readRest(this.#start + name.length + 1, indent)
    }
    if (isFirst) throw new NotQuick()
    return fields
  }

  #readRows(indent: number): unknown[] {
    const rows: unknown[] = []
    while (this.#isAt(indent)) {
      if (!this.#text.startsWith('- ', this.#start)) throw new NotQuick()
      this.#start += 2
      this.#indent += 2
      // A row of fields: the first of them stands behind the dash.
      rows.push(this.#keyHere() === undefined ? this.#readRest(this.#start - 1, indent) : this.#readFields(indent + 2))
    }
    return rows
  }

  /** What stands behind a colon or a dash, which `at` is the place behind of: on the line after a blank, or on the lines below. */
  #readRest(at: number, indent: number): unknown {
    const [from, end] = [at + 1, this.#end]
    if (at === end) return this.#readBelow(indent)
    if (this.#text.charCodeAt(from) !== 0x7c) {
      const value = readInline(this.#text, from, end)
      this.#goOn()
      return value
    }
    if (end === from + 1) return `${this.#readBlock(indent)}\n`
    if (end !== from + 2 || this.#text[from + 1] !== '-') throw new NotQuick()
    return this.#readBlock(indent)
  }

  #readBelow(indent: number): unknown {
    this.#goOn()
    if (this.#isOver || this.#indent <= indent || this.#isEmpty) throw new NotQuick()
    return this.#text.startsWith('- ', this.#start) ? this.#readRows(this.#indent) : this.#readFields(this.#indent)
  }

  /** A literal block without its last line end. */
  #readBlock(indent: number): string {
    this.#goOn()
    const inner = this.#indent
    if (this.#isOver || this.#isEmpty || inner <= indent) throw new NotQuick()
    const texts: string[] = []
    for (; !this.#isOver && (this.#isEmpty || this.#indent >= inner); this.#goOn()) {
      texts.push(this.#isEmpty ? '' : this.#text.slice(this.#start - this.#indent + inner, this.#end))
    }
    const block = texts.join('\n')
    if (texts.at(-1) === '' || isStrange(block)) throw new NotQuick()
    return block
  }
}
