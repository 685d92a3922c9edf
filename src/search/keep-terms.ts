import type { SearchableItem, SearchPlace } from '../ports/item-search.ts'
import type { TermIndex, TermIndexState } from '../ports/term-index.ts'
import { hashText } from './hash-text.ts'
import { termRules, termsOf } from './item-terms.ts'

/** Items written in one part: a few dozen milliseconds, in which nobody else writes or is answered. */
const itemsInPart = 50
/** Rest between two looks at another writer, and how long one may do nothing before it counts as dead, in milliseconds. */
const pause = 200
const stallLimit = 5_000

/**
 * Brings the terms in the store to the items of a catalogue revision, unless they are there or further already. Only items that have changed are
 * written.
 *
 * Processes that want the same wait for the one that writes; what a dead one left is gone on with.
 */
export async function keepTerms(items: readonly SearchableItem[], { revision, terms }: SearchPlace): Promise<void> {
  for (;;) {
    const state = await terms.state()
    if (state.rules === termRules && state.revision >= revision) return
    if (await writeChanges(items, { revision, terms, state })) return
    await waitForWriter(terms, revision)
  }
}

/** False: somebody else writes. */
async function writeChanges(
  items: readonly SearchableItem[],
  { revision, terms, state }: SearchPlace & { state: TermIndexState },
): Promise<boolean> {
  const known = await terms.digests()
  const { changed, gone } = await compare(items, known)
  let seenTurn = state.turn
  for (let start = 0; start < changed.length; start += itemsInPart) {
    const put = changed
      .slice(start, start + itemsInPart)
      .map(({ item, digest }) => ({ code: item.code, digest, terms: termsOf(item) }))
    if (!(await terms.write({ seenTurn, put, remove: [] }))) return false
    seenTurn += 1
    await letOthersWork()
  }
  return terms.write({ seenTurn, put: [], remove: gone, upTo: { revision, rules: termRules } })
}

async function compare(items: readonly SearchableItem[], known: ReadonlyMap<string, string>) {
  const changed: { item: SearchableItem; digest: string }[] = []
  const codes = new Set<string>()
  for (const [index, item] of items.entries()) {
    const digest = hashText(`${termRules} ${JSON.stringify(item)}`)
    if (known.get(item.code) !== digest) changed.push({ item, digest })
    codes.add(item.code)
    if (index % 2000 === 1999) await letOthersWork()
  }
  return { changed, gone: [...known.keys()].filter((code) => !codes.has(code)) }
}

/** Until the terms are at the revision, or whoever writes them has done nothing for a while. */
async function waitForWriter(terms: TermIndex, revision: number): Promise<void> {
  let last = await terms.state()
  for (let silent = 0; silent < stallLimit; silent += pause) {
    await rest(pause)
    const state = await terms.state()
    if (state.rules === termRules && state.revision >= revision) return
    if (state.turn !== last.turn) silent = 0
    last = state
  }
}

function letOthersWork(): Promise<void> {
  return rest(0)
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
