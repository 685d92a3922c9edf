import type { ApprovalItem } from '../schema/types.ts'
import type { ItemState } from './labels.ts'

/**
 * The state of an item that no decision touches: it is active from the beginning.
 *
 * The state follows from the decisions in force and from nothing else; until decisions are applied every item is active.
 */
export function stateOf(_item: ApprovalItem): ItemState {
  return 'active'
}
