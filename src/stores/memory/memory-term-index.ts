import type {
  TermEntry,
  TermIndex,
  TermIndexState,
  TermMatch,
  TermWrite,
  WantedTerm,
  WeightedTerm,
} from '../../ports/term-index.ts'
import { compareBytes } from './catalogue-state.ts'

/** The terms in memory: for tests, and so that every store can do the same. */
export class MemoryTermIndex implements TermIndex {
  readonly #entries = new Map<string, TermEntry>()
  readonly #refuseClosed: () => unknown
  #state: TermIndexState = { revision: 0, rules: '', turn: 0 }

  /** `refuseClosed` throws when the store is closed. */
  constructor(refuseClosed: () => unknown) {
    this.#refuseClosed = refuseClosed
  }

  async state(): Promise<TermIndexState> {
    this.#refuseClosed()
    return { ...this.#state }
  }

  async digests(): Promise<ReadonlyMap<string, string>> {
    this.#refuseClosed()
    return new Map([...this.#entries.values()].map(({ code, digest }) => [code, digest]))
  }

  async write({ seenTurn, put, remove, upTo }: TermWrite): Promise<boolean> {
    this.#refuseClosed()
    if (seenTurn !== this.#state.turn) return false
    for (const code of remove) this.#entries.delete(code)
    for (const entry of put) this.#entries.set(entry.code, structuredClone(entry))
    this.#state = { ...this.#state, ...upTo, turn: seenTurn + 1 }
    return true
  }

  async match(groups: readonly (readonly WantedTerm[])[], mode: 'all' | 'any'): Promise<TermMatch[]> {
    this.#refuseClosed()
    const matches = [...this.#entries.values()].map(({ code, terms }) => ({
      code,
      weights: groups.map((group) => greatestWeight(terms, group)),
    }))
    const passes = mode === 'all' ? 'every' : 'some'
    return matches
      .filter(({ weights }) => weights.length > 0 && weights[passes]((weight) => weight > 0))
      .sort((a, b) => compareBytes(a.code, b.code))
  }
}

function greatestWeight(terms: readonly WeightedTerm[], group: readonly WantedTerm[]): number {
  const found = terms.filter((term) =>
    group.some(({ text, isPrefix }) => (isPrefix ? term.text.startsWith(text) : term.text === text)),
  )
  return Math.max(0, ...found.map(({ weight }) => weight))
}
