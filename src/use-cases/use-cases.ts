import type { Violation } from '../domain/catalog-error.ts'
import type { CompressionReport, CompressionTotals } from '../domain/compression.ts'
import type { FindingCounts, RankedRule } from '../domain/count-findings.ts'
import type { Finding } from '../domain/finding.ts'
import type { ItemState } from '../domain/labels.ts'
import type { LawImpact } from '../domain/law-impact.ts'
import type { standingOfLaw } from '../domain/law-register.ts'
import type { FlowStep } from '../domain/procedure-graph.ts'
import type { DueDay, ItemDue } from '../domain/working-days.ts'
import type { FacetName } from '../ports/catalog-store.ts'
import type { Agency, ApprovalItem, Day, Law, OptionalDuration, Policy, ServiceGuide } from '../schema/types.ts'
import type {
  DecisionAnswer,
  DecisionDetail,
  DecisionName,
  DifferenceAnswer,
  DirectoryAnswer,
  LedgerAnswer,
  LifeEntry,
  NamedCode,
  RelatedItem,
  Standing,
  StateAnswer,
} from './ledger-answers.ts'

import type { PublicEdition } from './office/public-editions.ts'

export type { CompressionReport, CompressionTotals, ExclusionReason } from '../domain/compression.ts'
export type { FindingCounts, RankedRule } from '../domain/count-findings.ts'
export type { FlowStep } from '../domain/procedure-graph.ts'
export type { DueDay, ItemDue, SkippedDay } from '../domain/working-days.ts'
export type * from './ledger-answers.ts'
export type { PublicEdition } from './office/public-editions.ts'

/** An item as it stands in a list. */
export interface ItemSummary {
  code: string
  name: string
  agency: string
  agencyName: string
  type: ApprovalItem['type']
  state: ItemState
  handlingRole: ApprovalItem['handlingRole']
  caseType: ApprovalItem['caseType']
  audiences: ApprovalItem['audiences']
  themes: string[]
  statutoryTimeLimit: OptionalDuration
  promisedTimeLimit: OptionalDuration
  /** Whether a fee is charged; `null`: there is no guide. */
  hasFee: boolean | null
  /** Visits in person; `null`: not stated. */
  visits: number | null
}

export interface ItemListQuery {
  q?: string
  filters: Partial<Record<FacetName, string>>
  page: number
  pageSize: number
  /** The day whose catalogue is listed; absent: today. */
  asOf?: Day
}
/** The day whose catalogue is meant; absent: today. */
export interface AsOf {
  asOf?: Day
}
export interface FacetCount {
  value: string
  /** Chinese label of the value. */
  label: string
  count: number
}
export interface ItemList {
  data: ItemSummary[]
  meta: { total: number; page: number; pageSize: number; asOf: Day }
  facets: Record<FacetName, FacetCount[]>
}

/** Every field of the item, with what the catalogue adds; name, agency and type are those of the day. */
export interface ItemDetail extends ApprovalItem {
  agencyName: string
  state: ItemState
  revision: number
  updatedAt: string
  predecessors: string[]
  successors: string[]
  /** The day whose item this is. */
  asOf: Day
  /** First day on which it was so; `null`: from the beginning. */
  since: Day | null
  /** The decision that made it so; `null`: none. */
  decision: DecisionName | null
  /** What the city keeps after a partial cancellation or delegation; `null`: all of it. */
  kept: string | null
  /** Regions that received it, wholly or in part. */
  receivers: NamedCode[]
  receivedAs: Standing['receivedAs']
  /** Last day of a suspension that ends by itself. */
  suspendedUntil: Day | null
  predecessorItems: RelatedItem[]
  successorItems: RelatedItem[]
}

/** A guide with every section G1–G23, those that are fields of the item or its procedure filled in. Keys: `domain.md` §1.2 names. */
export interface CompleteGuide extends ServiceGuide {
  itemInfo: { name: string; code: string; parent: string | null; type: string; typeLabel: string }
  legalBases: ApprovalItem['legalBases']
  quantityLimit: ApprovalItem['quantityLimit']
  process: { step: string; lane: string; phase: string | null; limit: OptionalDuration; post: string | null }[]
  timeLimits: {
    statutory: OptionalDuration
    promised: OptionalDuration
    extension: ApprovalItem['extension']
    excluded: ApprovalItem['specialProcedures']
  }
  /** Mermaid source; `null`: no procedure. */
  flowchart: string | null
}

export interface HistoryEntry {
  kind: 'revision' | 'decision'
  /** Revision number or id of the decision. */
  id: string
  /** Moment of the revision; of a decision the day from which it changed the item. */
  at: string
  /** Who stored it, or who decided. */
  actor: string
  /** JSON pointers of the top-level fields that changed; empty when created. */
  changed: string[]
  /** Title of the decision; `null`: a revision. */
  title: string | null
  /** What the decision did to the item; `null`: a revision. */
  event: LifeEntry['kind'] | null
}

export interface Flowchart {
  /** Mermaid source. */
  source: string
  /** A complete SVG document; `null`: not rendered yet or the rendering failed. */
  svg: string | null
  /** The same as an ordered list; empty for hand-written source. */
  steps: FlowStep[]
}

/** A law of the register on a day. */
export interface LawSummary extends Law {
  standing: ReturnType<typeof standingOfLaw>
  /** Active items that cite it. */
  items: number
}

/** A law and what rests on it on a day. */
export interface LawAnswer extends Omit<LawSummary, 'items'> {
  asOf: Day
  counts: {
    items: number
    /** Items that nothing else sets up. */
    withoutBasis: number
    /** Items whose statutory limit rests on it alone. */
    withoutLimit: number
    guides: number
    materials: number
    fees: number
  }
  /** In official order of the agencies, then by code. */
  items: (LawImpact & Pick<ItemSummary, 'code' | 'name' | 'agency' | 'agencyName'>)[]
}

/** Which findings to report: of one agency with every finding; `overYears: false`: without the ends of earlier years, which cost time. */
export interface FindingsQuery extends AsOf {
  agency?: string
  overYears?: boolean
}

/** What the rules find on a day, in the city or in one agency. */
export interface FindingsReport {
  asOf: Day
  counts: FindingCounts
  /** Those in which something is found, in official order. */
  agencies: { code: string; name: string; counts: FindingCounts }[]
  /** At most ten. */
  commonest: RankedRule[]
  /** Oldest first; the day itself is the last. */
  overTime: { on: Day; counts: FindingCounts }[]
  /** Of the agency asked for, with the name of the item; `null`: none was asked for. */
  findings: (Finding & { name: string })[] | null
}

/** What the schema and the rules say of an item that is being written. */
export interface DraftReport {
  findings: Finding[]
  /** What keeps it from being stored. */
  violations: Violation[]
}

/** An agency with the number of its items on a day: in every state, by state, and the active ones by type. */
export interface AgencySummary extends Agency {
  counts: {
    total: number
    byState: Partial<Record<ItemState, number>>
    byType: Partial<Record<ApprovalItem['type'], number>>
  }
}

export interface SiteOverview {
  policy: Policy
  /** Moment of the newest change of the catalogue. */
  updatedAt: string | null
  totals: { items: number; agencies: number; laws: number }
  agencies: AgencySummary[]
  audiences: FacetCount[]
  themes: FacetCount[]
  types: FacetCount[]
  compression: CompressionTotals
  /** Items by where their facts come from. */
  facts: { facts: 'statute' | 'official-list' | 'illustrative'; count: number; verified: number }[]
}

/** Everything the web and the command line can ask of the application. Unknown codes throw NotFoundError; without a day, today is meant. */
export interface UseCases {
  /** Revision of the catalogue in the store. */
  catalogueRevision(): Promise<number>
  /**
   * Revision of the catalogue that answers are made of: that of the store, while the store is away that of the copy in memory. Together with the day it
   * says whether a finished answer is still right.
   */
  servedRevision(): Promise<number>
  today(): Day
  overview(query?: AsOf): Promise<SiteOverview>
  listItems(query: ItemListQuery): Promise<ItemList>
  suggest(words: string): Promise<{ text: string; code: string }[]>
  /** The item in whatever state it is on the day. */
  getItem(code: string, query?: AsOf): Promise<ItemDetail>
  /** @throws ItemGoneError when it was in the catalogue and is no more on the day. */
  getItemUnlessGone(code: string, query?: AsOf): Promise<ItemDetail>
  /** @throws ItemGoneError when the item was in the catalogue and is no more on the day. */
  getGuide(code: string, query?: AsOf): Promise<CompleteGuide>
  /** Revisions and decisions, newest first. */
  getHistory(code: string): Promise<HistoryEntry[]>
  /** What decisions made of an item, oldest first. */
  getLife(code: string): Promise<LifeEntry[]>
  findFindings(code: string): Promise<Finding[]>
  /** What the rules say of every stored item; with `rule`, that rule alone. @throws CatalogError `empty-catalogue`. */
  checkCatalogue(query: { rule?: string } & AsOf): Promise<Finding[]>
  /** What the rules find, by agency and rule and over the years; of one agency with every finding. */
  reportFindings(query?: FindingsQuery): Promise<FindingsReport>
  /** Checks a posted item against the stored catalogue; stores nothing. @throws InputRefusedError when it breaks the schema. */
  checkPosted(item: unknown): Promise<Finding[]>
  /** The same for an item that is still being written: of any shape, never refused. */
  checkDraft(item: unknown): Promise<DraftReport>
  getFlowchart(code: string): Promise<Flowchart>
  /**
   * The picture: the finished one, or rendered now and kept.
   *
   * @throws CatalogError `flowchart-refused`, `flowchart-failed`.
   */
  renderFlowchart(code: string): Promise<string>
  /**
   * Makes sure that the picture is kept; answers whether it had to be drawn. A finished one is not read.
   *
   * @throws CatalogError `flowchart-refused`, `flowchart-failed`.
   */
  drawFlowchart(code: string): Promise<boolean>
  /** Of all items, in the order of the codes. */
  listCodes(): Promise<string[]>
  getItemDue(code: string, from: Day): Promise<ItemDue>
  /** @throws CatalogError `unreadable-duration` (fact: `text`). */
  getDueDay(query: { from: Day; limit: string; suspended?: readonly { from: Day; to: Day }[] }): DueDay
  listAgencies(query?: AsOf): Promise<AgencySummary[]>
  getAgency(code: string, query?: AsOf): Promise<AgencySummary>
  listLaws(query?: AsOf): Promise<LawSummary[]>
  /** What would change if a law went. */
  getLaw(title: string, query?: AsOf): Promise<LawAnswer>
  measureCompression(query: { agency?: string } & AsOf): Promise<CompressionReport>
  /** Decisions that were adopted, whether still in force or revoked: newest first. Drafts are not public. */
  listDecisions(): Promise<DecisionAnswer[]>
  /** One decision with everything a page about it tells. A draft is not found. */
  getDecision(id: string): Promise<DecisionDetail>
  /** Absent: from 1 January of the year of `to`, to today. @throws CatalogError `invalid-date-range`. */
  getLedger(query: { from?: Day; to?: Day }): Promise<LedgerAnswer>
  /** The items in use on a day, of the city or of one agency. */
  getDirectory(query: { agency?: string } & AsOf): Promise<DirectoryAnswer>
  getState(query?: AsOf): Promise<StateAnswer>
  /** Every item that differs between the ends of two days, and why. @throws CatalogError `invalid-date-range`. */
  /** What was ever published of a guide by the office, newest first; empty: it came by import and nobody has changed it since. */
  listPublicEditions(item: string): Promise<PublicEdition[]>
  getPublicEdition(item: string, number: number): Promise<PublicEdition>
  getDifference(query: { from: Day; to: Day }): Promise<DifferenceAnswer>
}
