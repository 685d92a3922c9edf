import type { Day } from '../../schema/types.ts'
import type { EditionContent } from '../editions/edition-fields.ts'

/** Where a guide edition stands on its way to the public. */
export const editionStates = [
  'draft',
  'in-agency-review',
  'in-reform-review',
  'published',
  'superseded',
  'withdrawn',
] as const
export type EditionState = (typeof editionStates)[number]

export const editionStateLabels: Readonly<Record<EditionState, string>> = {
  draft: '草稿',
  'in-agency-review': '待单位审核',
  'in-reform-review': '待审改办审核',
  published: '已发布',
  superseded: '已被替代',
  withdrawn: '已撤下',
}

/** A guide as it was, is or shall be published. What was published is never changed again but in its state. */
export interface GuideEdition {
  /** Code of the item, dot, serial number: `fgw-001.3`. */
  id: string
  item: string
  /** Code of the agency whose guide it is. */
  agency: string
  state: EditionState
  /** Number among the item's published editions, from 1; `null`: it was never published. */
  number: number | null
  /** Number of the published edition it was written from; `null`: there was none. */
  basedOn: number | null
  /** What the agency says; half-written as long as it is a draft. */
  content: EditionContent
  /** Accounts that wrote in it, in the order of their first writing. */
  drafters: string[]
  /** What was done with it, oldest first. */
  steps: EditionStep[]
  /** The day on which it shall be published; `null`: none was set. */
  publishOn: Day | null
  /** Why it may be published in spite of warnings; `null`: nobody said. */
  warningsReason: string | null
  /** Moment of the publication, RFC 3339; `null`: not published. */
  publishedAt: string | null
}

/** One thing done with an edition. */
export interface EditionStep {
  /** RFC 3339. */
  at: string
  /** Name of the account; `system`: the service itself. */
  by: string
  action: string
  comment: string | null
}

/** Whether somebody is still at work on it. */
export function isOpen({ state }: Pick<GuideEdition, 'state'>): boolean {
  return state === 'draft' || state === 'in-agency-review' || state === 'in-reform-review'
}

export function editionId(item: string, serial: number): string {
  return `${item}.${serial}`
}

/** The number behind the dot; NaN: the text is no id of an edition. */
export function serialOf(id: string): number {
  return Number(/\.(\d{1,9})$/.exec(id)?.[1])
}
