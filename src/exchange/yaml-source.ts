import type { Document, LineCounter, Pair } from 'yaml'
import { isMap, isNode, isScalar, isSeq } from 'yaml'

/** 1-based. */
export interface Place {
  line: number
  column: number
}

/** A parsed YAML document that still knows where everything stood. */
export class YamlSource {
  readonly #document: Document.Parsed
  readonly #lines: LineCounter

  constructor(document: Document.Parsed, lines: LineCounter) {
    this.#document = document
    this.#lines = lines
  }

  /** Where a pointer stands: its value, or its field name with `atKey`; the nearest place above it when there is no such field. */
  placeOf(pointer: string, atKey = false): Place {
    let node: unknown = this.#document.contents
    let offset = startOf(node) ?? 0
    for (const step of pointer.split('/').slice(1).map(unescapeStep)) {
      const child = childOf(node, step)
      if (child === undefined) break
      offset = (atKey ? startOf(child.key) : startOf(child.value)) ?? startOf(child.key) ?? offset
      node = child.value
    }
    return this.placeAt(offset)
  }

  placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }

  /** The pointer of the innermost field that begins at or before a place in the text. */
  pointerAt(offset: number): string {
    let node: unknown = this.#document.contents
    let pointer = ''
    for (;;) {
      const child = lastChildBefore(node, offset)
      if (child === undefined) return pointer
      pointer += `/${child.step.replaceAll('~', '~0').replaceAll('/', '~1')}`
      node = child.value
    }
  }
}

function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
}

function childOf(node: unknown, step: string): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) return node.items.find((pair) => keyOf(pair) === step)
  const item = isSeq(node) ? node.items[Number(step)] : undefined
  return item === undefined ? undefined : { key: item, value: item }
}

function lastChildBefore(node: unknown, offset: number): { step: string; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.findLast((candidate) => (startOf(candidate.key) ?? Infinity) <= offset)
    return pair && { step: keyOf(pair), value: pair.value }
  }
  if (!isSeq(node)) return undefined
  const index = node.items.findLastIndex((item) => (startOf(item) ?? Infinity) <= offset)
  return index < 0 ? undefined : { step: String(index), value: node.items[index] }
}
