import type { AdjustmentDecision, Day } from '../../schema/types.ts'
import type { Action } from './standing.ts'

/** What a row does to one item: the row's own action, or its side of a merge or split. */
export type PartKind = Exclude<Action['action'], 'merge' | 'split'> | 'mergeOut' | 'mergeIn' | 'splitOut' | 'splitIn'

/** The part of a row that concerns one item. */
export interface Part {
  code: string
  kind: PartKind
  action: Action
  /** Position of the row in its decision, from 0. */
  row: number
  /** JSON pointer, inside the decision, of the place that names the item. */
  pointer: string
}

/** Kinds that bring an item into the catalogue. */
export const bringingIn: ReadonlySet<PartKind> = new Set(['undertake', 'create', 'mergeIn', 'splitIn'])

/** Every item that a decision names and what happens to it, in the order of its rows. */
export function partsOf({ actions }: Pick<AdjustmentDecision, 'actions'>): Part[] {
  return actions.flatMap((action, row) => partsOfRow(action, row))
}

function partsOfRow(action: Action, row: number): Part[] {
  const base = `/actions/${row}`
  const part = (code: string, kind: PartKind, field: string): Part => ({
    code,
    kind,
    action,
    row,
    pointer: `${base}/${field}`,
  })
  switch (action.action) {
    case 'merge':
      return [
        ...action.items.map((code, index) => part(code, 'mergeOut', `items/${index}`)),
        part(action.into, 'mergeIn', 'into'),
      ]
    case 'split':
      return [
        part(action.item, 'splitOut', 'item'),
        ...action.into.map((code, index) => part(code, 'splitIn', `into/${index}`)),
      ]
    default:
      return [part(action.item, action.action, 'item')]
  }
}

/** From which day a decision holds, and the first day on which it does not any more (`null`: for ever). */
export interface Force {
  from: Day
  to: Day | null
}

/**
 * When a decision is in force; `undefined`: never. Drafts are not in force, nor are those revoked before they took effect.
 *
 * A revoked decision without a day of revocation counts as if it had never been in force.
 */
export function forceOf({ stage, effectiveOn, revokedOn }: AdjustmentDecision): Force | undefined {
  if (effectiveOn === null || stage === 'draft' || stage === 'consulting') return undefined
  if (stage !== 'revoked') return { from: effectiveOn, to: null }
  return revokedOn !== null && revokedOn > effectiveOn ? { from: effectiveOn, to: revokedOn } : undefined
}

/** Decisions in the order in which they apply: by effective day, then by day of adoption, then by id. */
export function compareDecisions(one: AdjustmentDecision, other: AdjustmentDecision): number {
  return (
    compareTexts(one.effectiveOn, other.effectiveOn) ||
    compareTexts(one.adoptedOn, other.adoptedOn) ||
    compareTexts(one.id, other.id)
  )
}

function compareTexts(one: string | null, other: string | null): number {
  const [left, right] = [one ?? '', other ?? '']
  return left === right ? 0 : left < right ? -1 : 1
}
