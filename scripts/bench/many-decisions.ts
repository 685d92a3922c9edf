import { dayAfter } from '../../src/domain/days.ts'
import type { ItemHead } from '../../src/domain/decisions/chronicle.ts'
import type { AdjustmentDecision, Day } from '../../src/schema/types.ts'

type Action = AdjustmentDecision['actions'][number]

const note = { note: null } as const
const agencies = ['fgw', 'gsj', 'scjg']

/** Items of three agencies in turn. */
export function manyItems(count: number): ItemHead[] {
  return Array.from({ length: count }, (_, index) => ({
    code: codeOf(index),
    name: `事项${index + 1}`,
    agency: agencies[index % agencies.length] ?? 'fgw',
    type: 'licensing',
  }))
}

/**
 * Decisions of eight rows each, two a day from 2014 on, that fit the catalogue: half of the items are renamed, moved, reclassified, retained and
 * suspended again and again, a quarter ends, a quarter comes in. Every twentieth decision is revoked thirty days later.
 */
export function manyDecisions(items: number, count: number): AdjustmentDecision[] {
  const half = Math.floor(items / 2)
  const quarter = Math.floor(items / 4)
  let [touched, ended, entered] = [0, half, half + quarter]
  const days = daysFrom('2014-01-01', count)
  const living = () => codeOf(touched++ % half)
  return Array.from({ length: count }, (_, index) => {
    const day = days[index >> 1] ?? '2014-01-01'
    const actions: Action[] = [
      { action: 'rename', item: living(), to: `新名称${index}`, ...note },
      { action: 'transfer', item: living(), to: agencies[index % agencies.length] ?? 'fgw', ...note },
      { action: 'reclassify', item: living(), to: index % 2 === 0 ? 'filing' : 'licensing', ...note },
      { action: 'retain', item: living(), legalBasis: null, ...note },
      { action: 'suspend', item: living(), until: day, reason: null, ...note },
    ]
    if (ended + 3 < half + quarter && entered + 2 < items) {
      actions.push(
        cancelOf(codeOf(ended++)),
        { action: 'merge', items: [codeOf(ended++), codeOf(ended++)], into: codeOf(entered++), reason: null, ...note },
        { action: 'create', item: codeOf(entered++), reason: null, ...note },
      )
    }
    return decisionOf(index, day, { actions, revokedOn: index % 20 === 0 ? (days[(index >> 1) + 30] ?? null) : null })
  })
}

/** One decision that cancels every item. */
export function oneGreatDecision(items: number): AdjustmentDecision {
  return decisionOf(0, '2014-01-01', {
    actions: Array.from({ length: items }, (_, index) => cancelOf(codeOf(index))),
    revokedOn: null,
  })
}

/** Decisions that all cancel the first item, one a day: all but one contradict. */
export function sameDecisions(count: number): AdjustmentDecision[] {
  return daysFrom('2014-01-01', count).map((day, index) =>
    decisionOf(index, day, { actions: [cancelOf(codeOf(0))], revokedOn: null }),
  )
}

/** Decisions that rename the first item, one a day, and are revoked one a day afterwards. */
export function revokedDecisions(count: number): AdjustmentDecision[] {
  const days = daysFrom('2014-01-01', 2 * count)
  return days.slice(0, count).map((day, index) =>
    decisionOf(index, day, {
      actions: [{ action: 'rename', item: codeOf(0), to: `新名称${index}`, ...note }],
      revokedOn: days[count + index] ?? null,
    }),
  )
}

const codeOf = (index: number) => `fgw-${String(index + 1).padStart(5, '0')}`

function cancelOf(item: string): Action {
  return {
    action: 'cancel',
    item,
    reason: null,
    supervision: null,
    scope: 'full',
    kept: null,
    legalBasis: null,
    ...note,
  }
}

function daysFrom(first: Day, count: number): Day[] {
  const days = [first]
  while (days.length < count) days.push(dayAfter(days.at(-1) ?? first))
  return days
}

function decisionOf(
  index: number,
  day: Day,
  { actions, revokedOn }: Pick<AdjustmentDecision, 'actions' | 'revokedOn'>,
): AdjustmentDecision {
  return {
    id: `d${String(index).padStart(5, '0')}`,
    title: '示例决定',
    documentNumber: null,
    issuer: '示例市人民政府',
    stage: revokedOn === null ? 'adopted' : 'revoked',
    basis: [],
    consultations: [],
    adoptedOn: day,
    adoptedBy: null,
    publishedOn: null,
    effectiveOn: day,
    revokedOn,
    effectiveNote: null,
    declared: {},
    declaredCounts: [],
    inTransit: null,
    actions,
    provenance: { facts: 'illustrative', verified: false, note: null, source: null, parts: [] },
  }
}
