import type { CompressionReport, CompressionTotals } from '../domain/compression.ts'
import type { Finding } from '../domain/finding.ts'
import type { ItemState } from '../domain/labels.ts'
import type { FlowStep } from '../domain/procedure-graph.ts'
import type { DueDay, ItemDue } from '../domain/working-days.ts'
import type { FacetName } from '../ports/catalog-store.ts'
import type { Agency, ApprovalItem, Day, Law, OptionalDuration, Policy, ServiceGuide } from '../schema/types.ts'

export type { CompressionReport, CompressionTotals, ExclusionReason } from '../domain/compression.ts'
export type { FlowStep } from '../domain/procedure-graph.ts'
export type { DueDay, ItemDue, SkippedDay } from '../domain/working-days.ts'
export type * from './ledger-answers.ts'

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

/** Every field of the item, with what the catalogue adds. */
export interface ItemDetail extends ApprovalItem {
  agencyName: string
  state: ItemState
  revision: number
  updatedAt: string
  predecessors: string[]
  successors: string[]
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
  at: string
  actor: string
  /** JSON pointers of the top-level fields that changed; empty when created. */
  changed: string[]
}

export interface Flowchart {
  /** Mermaid source. */
  source: string
  /** A complete SVG document; `null`: not rendered yet or the rendering failed. */
  svg: string | null
  /** The same as an ordered list; empty for hand-written source. */
  steps: FlowStep[]
}

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

/** Everything the web and the command line can ask of the application. Unknown codes throw NotFoundError. */
export interface UseCases {
  /** Grows with every change of the catalogue; together with the day it says whether a finished answer is still right. */
  catalogueRevision(): Promise<number>
  today(): Day
  overview(): Promise<SiteOverview>
  listItems(query: ItemListQuery): Promise<ItemList>
  suggest(words: string): Promise<{ text: string; code: string }[]>
  getItem(code: string): Promise<ItemDetail>
  getGuide(code: string): Promise<CompleteGuide>
  getHistory(code: string): Promise<HistoryEntry[]>
  findFindings(code: string): Promise<Finding[]>
  /** What the rules say of every stored item; with `rule`, that rule alone. @throws CatalogError `empty-catalogue`. */
  checkCatalogue(query: { rule?: string; asOf?: Day }): Promise<Finding[]>
  /** Checks a posted item against the stored catalogue; stores nothing. @throws InputRefusedError when it breaks the schema. */
  checkPosted(item: unknown): Promise<Finding[]>
  getFlowchart(code: string): Promise<Flowchart>
  /**
   * The picture: the finished one, or rendered now and kept.
   *
   * @throws CatalogError `flowchart-refused`, `flowchart-failed`.
   */
  renderFlowchart(code: string): Promise<string>
  getItemDue(code: string, from: Day): Promise<ItemDue>
  /** @throws CatalogError `unreadable-duration` (fact: `text`). */
  getDueDay(query: { from: Day; limit: string; suspended?: readonly { from: Day; to: Day }[] }): DueDay
  listAgencies(): Promise<AgencySummary[]>
  getAgency(code: string): Promise<AgencySummary>
  listLaws(): Promise<Law[]>
  measureCompression(query: { agency?: string }): Promise<CompressionReport>
}
