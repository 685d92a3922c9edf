import type { ApprovalItem, Day, Policy } from '../../schema/types.ts'
import { measureItem } from '../compression-scope.ts'
import { findLongestPromise, isPromiseMet } from '../compression-target.ts'
import { compareDurations } from '../durations.ts'
import { groupBy } from '../group-by.ts'
import type { ItemState } from '../labels.ts'
import { once } from '../once.ts'
import { plainName, plainPaperName } from '../plain-names.ts'
import { createNameIndex, type SimilarName } from '../similar-names.ts'

/** An item and its state on the day of the question. */
export interface StandingItem {
  item: ApprovalItem
  state: ItemState
  /** First day of this state; `null`: from the beginning, or not known. */
  since: Day | null
}

/** What other items need to know of an item; small, so that a catalogue of any size fits. */
export interface IndexedItem
  extends Pick<
    ApprovalItem,
    'code' | 'name' | 'agency' | 'type' | 'parent' | 'catalogCode' | 'implementationCode' | 'powerListNumber'
  > {
  state: ItemState
  /** Names of the papers it ends in. */
  results: readonly string[]
  /** Laws and articles that set it up, as in 行政许可法第十二条. */
  articles: readonly string[]
  /** Whether its guide was still kept up after the item had come to this state. */
  isGuideKept: boolean
  /** Whether it meets the compression target; `null`: it is not measured. */
  meetsTarget: boolean | null
}

/** Who gives out a paper of some name. */
export interface PaperIssuers {
  /** Codes of the agencies, in the order of their items. */
  agencies: ReadonlySet<string>
  /** Codes of the items that end in it. */
  items: ReadonlySet<string>
}

const nobody: PaperIssuers = { agencies: new Set(), items: new Set() }

/** What the rules ask of all items at once; built once for a catalogue and a day. Items that are not active are in `items` alone. */
export interface CatalogueIndex {
  /** By code, in the order given. */
  items: ReadonlyMap<string, IndexedItem>
  /** Active items of the same name, agency and type; the item itself may be among them. */
  namesakesOf(item: Pick<ApprovalItem, 'name' | 'agency' | 'type'>): readonly IndexedItem[]
  /** Names of active items that say nearly the same, the likest first; the item itself may be among them. */
  findSimilar(name: string, likeness: number): SimilarName<IndexedItem>[]
  /** Active sub-items of a main item. */
  subItemsOf(code: string): readonly IndexedItem[]
  /** Active items that end in a paper of that name, and their agencies. */
  issuersOf(paper: string): PaperIssuers
  /** Items that carry an implementation code. */
  holdersOf(implementationCode: string): readonly IndexedItem[]
}

/** An index of the items, in the order given. */
export function indexCatalogue(
  standing: Iterable<StandingItem>,
  question: { policy: Policy; day: Day },
): CatalogueIndex {
  const items = new Map<string, IndexedItem>()
  for (const one of standing) items.set(one.item.code, indexItem(one, question))
  const active = once(() => [...items.values()].filter(({ state }) => state === 'active'))
  const byName = once(() => groupBy(active(), nameKey))
  const similar = once(() => createNameIndex(active().map((item) => ({ name: item.name, owner: item }))))
  const byParent = once(() => groupBy(active(), ({ parent }) => parent ?? undefined))
  const byCode = once(() => groupBy(items.values(), ({ implementationCode }) => implementationCode ?? undefined))
  const papers = once(() => findIssuers(active()))
  return {
    items,
    namesakesOf: (item) => byName().get(nameKey(item)) ?? [],
    findSimilar: (name, likeness) => similar()(name, likeness),
    subItemsOf: (code) => byParent().get(code) ?? [],
    issuersOf: (paper) => papers().get(plainPaperName(paper)) ?? nobody,
    holdersOf: (code) => byCode().get(code) ?? [],
  }
}

function findIssuers(items: readonly IndexedItem[]): ReadonlyMap<string, PaperIssuers> {
  const issued = items.flatMap((item) => item.results.map((name) => ({ paper: plainPaperName(name), item })))
  const issuers = [...groupBy(issued, ({ paper }) => paper)].map(([paper, all]): [string, PaperIssuers] => [
    paper,
    { agencies: new Set(all.map(({ item }) => item.agency)), items: new Set(all.map(({ item }) => item.code)) },
  ])
  return new Map(issuers)
}

function indexItem({ item, state, since }: StandingItem, { policy, day }: { policy: Policy; day: Day }): IndexedItem {
  const { code, name, agency, type, parent, catalogCode, implementationCode, powerListNumber, guide } = item
  return {
    ...{ code, name, agency, type, parent, catalogCode, implementationCode, powerListNumber, state },
    results: (guide?.results ?? []).filter(({ kind }) => kind !== 'none').map((result) => result.name),
    articles: item.legalBases
      .filter((basis) => basis.for === 'item')
      .flatMap(({ law, articles }) => articles.map((article) => `${law}${article}`)),
    isGuideKept: isPublished(guide, day) && since !== null && guide?.checkedOn != null && guide.checkedOn >= since,
    meetsTarget: meetsTarget(item, state, policy),
  }
}

/** Whether a guide can be read by the public on a day. */
export function isPublished(guide: ApprovalItem['guide'], day: Day): boolean {
  return guide !== null && (guide.withdrawnOn === null || guide.withdrawnOn > day)
}

function meetsTarget(item: ApprovalItem, state: ItemState, policy: Policy): boolean | null {
  const measured = measureItem(item, state, policy)
  if (typeof measured === 'string') return null
  const { statutory, promised } = measured
  if (isPromiseMet(statutory, promised, policy)) return true
  return compareDurations(promised, findLongestPromise(statutory, promised, policy), policy.conversion) <= 0
}

function nameKey({ name, agency, type }: Pick<ApprovalItem, 'name' | 'agency' | 'type'>): string {
  return `${agency} ${type} ${plainName(name)}`
}
