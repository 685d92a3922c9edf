import type { LifeEvent } from '../domain/decisions/chronicle.ts'
import type { CountsOnDay } from '../domain/decisions/count-on-day.ts'
import type { Ledger } from '../domain/decisions/ledger.ts'
import type { Action, Standing } from '../domain/decisions/standing.ts'
import type { Finding } from '../domain/finding.ts'
import type { ItemState } from '../domain/labels.ts'
import type { AdjustmentDecision, ApprovalItem, Day, OptionalDuration } from '../schema/types.ts'

export type { CountsOnDay } from '../domain/decisions/count-on-day.ts'
export type { Ledger } from '../domain/decisions/ledger.ts'
export type { Action, Standing } from '../domain/decisions/standing.ts'

/** A decision with what the catalogue adds. */
export interface DecisionAnswer extends AdjustmentDecision {
  revision: number
  updatedAt: string
  /** Rows by action; an action without rows is left out. */
  counts: Partial<Record<Action['action'], number>>
}

/** An item as a row of a decision or of an official table names it: as it was just before the decision (a new item: as it came in). */
export interface RowItem {
  code: string
  name: string
  agency: string
  agencyName: string
  type: ApprovalItem['type']
  typeLabel: string
  /** Name of the main item; `null`: it is none's sub-item. */
  parentName: string | null
  legalBases: ApprovalItem['legalBases']
  audiences: ApprovalItem['audiences']
  statutoryTimeLimit: OptionalDuration
  promisedTimeLimit: OptionalDuration
  /** `null`: there is no guide. */
  hasFee: boolean | null
}

/** One row of a decision with the names behind its codes. */
export interface DecisionRow {
  /** Position in the decision, from 0. */
  row: number
  action: Action
  /** The item, or the sources of a merge. */
  items: RowItem[]
  /** Targets of a merge or split. */
  into: RowItem[]
  /** Names of the receiving regions. */
  receivers: string[]
  /** Name of the receiving agency of a transfer; `null`: the row is none. */
  receivingAgency: string | null
}

export interface DecisionDetail extends DecisionAnswer {
  rows: DecisionRow[]
  /** Numbers of the catalogue just before and from the effective day on; `null`: no effective day yet. */
  effect: { before: CountsOnDay; after: CountsOnDay } | null
  /** What the rules say of it; for a draft also why it could not be adopted. */
  findings: Finding[]
}

/** A decision named where something follows from it. */
export interface DecisionName {
  id: string
  title: string
  documentNumber: string | null
  stage: AdjustmentDecision['stage']
}

/** One event of an item's life with the names behind its codes. */
export interface LifeEntry extends Omit<LifeEvent, 'decision' | 'before' | 'after'> {
  decision: DecisionName
  before: Standing
  after: Standing
  /** Names of the agencies before and after, of the receiving regions, of predecessors and successors. */
  names: Readonly<Record<string, string>>
}

/** A code and what it stands for. */
export interface NamedCode {
  code: string
  name: string
}

/** An item that another one came from or went into. */
export interface RelatedItem {
  code: string
  name: string
  agencyName: string
  state: ItemState
}

/** The catalogue on a day, as the `state` verb answers it. */
export interface StateAnswer {
  asOf: Day
  items: {
    code: string
    name: string
    agency: string
    type: ApprovalItem['type']
    state: ItemState
    successors: readonly string[]
    /** Decision that made it so; `null`: none. */
    decision: string | null
  }[]
}

/** How the catalogue of one day differs from that of another. */
export interface DifferenceAnswer {
  from: Day
  to: Day
  before: CountsOnDay
  after: CountsOnDay
  items: {
    code: string
    before: Standing
    after: Standing
    agencyNames: { before: string; after: string }
    /** The decisions behind the difference, oldest first. */
    decisions: DecisionName[]
    events: LifeEvent[]
    /** Names of the agencies, receiving regions, predecessors and successors before and after. */
    names: Readonly<Record<string, string>>
  }[]
}

/** 保留目录: the items in use on a day, as an official table names them. */
export interface DirectoryAnswer {
  asOf: Day
  /** `null`: the whole city. */
  agency: NamedCode | null
  /** In official order of the agencies, then by code. */
  items: RowItem[]
}

export type LedgerAnswer = Ledger
