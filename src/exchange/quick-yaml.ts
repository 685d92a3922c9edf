import { NotQuick } from './not-quick.ts'
import { readInline } from './quick-scalars.ts'

interface Line {
  indent: number
  /** Without its indentation; empty for an empty line. */
  text: string
}

const entryForm = /^([A-Za-z][A-Za-z0-9]{0,63}):(?: (.+))?$/
/** Control characters, tabs among them, and line ends of other systems. */
const strange = /[^\P{Cc}\n]|\uFEFF/u

/**
 * Reads the layout that `yamlOf` writes, some thirty times faster than the full parser; `undefined` for everything else.
 *
 * It accepts a text only when YAML 1.2 leaves one way to read it: one line an entry, quotes and brackets closed on their line, literal
 * blocks, no comments. What it accepts, the full parser reads alike; a property of the tests holds them together.
 */
export function readQuickly(text: string): unknown {
  if (strange.test(text) || !text.endsWith('\n')) return undefined
  try {
    return new QuickReader(text).read()
  } catch (error) {
    if (error instanceof NotQuick) return undefined
    throw error
  }
}

class QuickReader {
  readonly #lines: Line[]
  #next = 0

  constructor(text: string) {
    this.#lines = text.slice(0, -1).split('\n').map(toLine)
  }

  read(): unknown {
    const value = this.#readFields(0)
    if (this.#next < this.#lines.length) throw new NotQuick()
    return value
  }

  /** The next line when it stands at this indentation; `undefined`: something else comes. */
  #peek(indent: number): Line | undefined {
    const line = this.#lines[this.#next]
    if (line !== undefined && (line.text === '' || line.indent > indent)) throw new NotQuick()
    return line?.indent === indent ? line : undefined
  }

  #readFields(indent: number): Record<string, unknown> {
    const fields: Record<string, unknown> = {}
    for (let line = this.#peek(indent); line; line = this.#peek(indent)) {
      const [, key, rest] = entryForm.exec(line.text) ?? []
      if (key === undefined || Object.hasOwn(fields, key)) throw new NotQuick()
      this.#next += 1
      fields[key] = rest === undefined ? this.#readBelow(indent) : this.#readRest(rest, indent)
    }
    if (Object.keys(fields).length === 0) throw new NotQuick()
    return fields
  }

  #readRows(indent: number): unknown[] {
    const rows: unknown[] = []
    for (let line = this.#peek(indent); line; line = this.#peek(indent)) {
      if (!line.text.startsWith('- ')) throw new NotQuick()
      const rest = line.text.slice(2)
      if (entryForm.test(rest)) {
        // A row of fields: the first of them stands behind the dash.
        this.#lines[this.#next] = { indent: indent + 2, text: rest }
        rows.push(this.#readFields(indent + 2))
      } else {
        this.#next += 1
        rows.push(this.#readRest(rest, indent))
      }
    }
    return rows
  }

  #readBelow(indent: number): unknown {
    const line = this.#lines[this.#next]
    if (line === undefined || line.indent <= indent || line.text === '') throw new NotQuick()
    return line.text.startsWith('- ') ? this.#readRows(line.indent) : this.#readFields(line.indent)
  }

  #readRest(rest: string, indent: number): unknown {
    if (rest === '|') return `${this.#readBlock(indent)}\n`
    return rest === '|-' ? this.#readBlock(indent) : readInline(rest)
  }

  /** A literal block without its last line end. */
  #readBlock(indent: number): string {
    const first = this.#lines[this.#next]
    if (first === undefined || first.text === '' || first.indent <= indent) throw new NotQuick()
    const texts: string[] = []
    for (let line = this.#lines[this.#next]; line; line = this.#lines[this.#next]) {
      if (line.text !== '' && line.indent < first.indent) break
      texts.push(line.text === '' ? '' : ' '.repeat(line.indent - first.indent) + line.text)
      this.#next += 1
    }
    if (texts.at(-1) === '') throw new NotQuick()
    return texts.join('\n')
  }
}

function toLine(line: string): Line {
  const indent = line.search(/[^ ]/)
  if (indent >= 0) return { indent, text: line.slice(indent) }
  // A line of blanks alone means one thing in a block and another between fields.
  if (line !== '') throw new NotQuick()
  return { indent: 0, text: '' }
}
