import type { ApprovalItem } from '../../schema/types.ts'
import type { ItemDetail } from '../use-cases.ts'

/** The item of today without what the catalogue adds to it: what a file of it would hold. */
export function plainItem(detail: ItemDetail): ApprovalItem {
  const {
    agencyName: _a,
    state: _s,
    revision: _r,
    updatedAt: _u,
    predecessors: _p,
    successors: _c,
    asOf: _o,
    since: _i,
    decision: _d,
    kept: _k,
    receivers: _v,
    receivedAs: _e,
    suspendedUntil: _n,
    predecessorItems: _f,
    successorItems: _t,
    ...item
  } = detail
  return item
}
