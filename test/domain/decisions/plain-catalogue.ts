import type { ItemHead, Standing } from '../../../src/domain/decisions/standing.ts'
import type { AdjustmentDecision, Day } from '../../../src/schema/types.ts'

/** What the plain telling knows of a catalogue: the standings at the end of each day, and which decisions or revocations it refused. */
export interface PlainCatalogue {
  on: Map<Day, Record<string, Standing>>
  refused: Set<string>
  unrevoked: Set<string>
}

type Catalogue = Record<string, Standing>

/**
 * Tells the catalogue day by day, and on each day from scratch: all decisions in force, in their order, over all items.
 *
 * It is slow, and shares nothing with the chronicle, which must say the same.
 */
export function tellDayByDay(
  items: readonly ItemHead[],
  decisions: readonly AdjustmentDecision[],
  days: readonly Day[],
): PlainCatalogue {
  const told: PlainCatalogue = { on: new Map(), refused: new Set(), unrevoked: new Set() }
  const inOrder = [...decisions].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
  const beginning = begin(items, decisions)
  let inForce: AdjustmentDecision[] = []
  const isBroken = (some: AdjustmentDecision[], day: Day) => tell(beginning, some, day).broken
  for (const day of days) {
    let leaving = inForce.filter((one) => one.stage === 'revoked' && one.revokedOn === day)
    for (;;) {
      const broken = isBroken(
        inForce.filter((one) => !leaving.includes(one) && (one.effectiveOn ?? '') < day),
        day,
      )
      if (broken.size === 0) break
      const staying = leaving.filter((one) => namedIn(one).some((code) => broken.has(code)))
      for (const { id } of staying) told.unrevoked.add(id)
      leaving = leaving.filter((one) => !staying.includes(one))
    }
    inForce = inForce.filter((one) => !leaving.includes(one))
    for (const decision of inOrder.filter((one) => one.effectiveOn === day && everHolds(one))) {
      if (isBroken([...inForce, decision], day).size === 0) inForce.push(decision)
      else told.refused.add(decision.id)
    }
    told.on.set(day, tell(beginning, inForce, day).catalogue)
  }
  return told
}

const orderOf = ({ effectiveOn, adoptedOn, id }: AdjustmentDecision) => `${effectiveOn} ${adoptedOn ?? ' '} ${id}`

function everHolds({ stage, effectiveOn, revokedOn }: AdjustmentDecision): boolean {
  if (stage === 'adopted' || stage === 'published') return true
  return stage === 'revoked' && revokedOn !== null && effectiveOn !== null && revokedOn > effectiveOn
}

function namedIn({ actions }: AdjustmentDecision): string[] {
  return actions.flatMap((row) => {
    if (row.action === 'merge') return [...row.items, row.into]
    return row.action === 'split' ? [row.item, ...row.into] : [row.item]
  })
}

function begin(items: readonly ItemHead[], decisions: readonly AdjustmentDecision[]): Catalogue {
  const rows = decisions.flatMap(({ actions }) => actions)
  const comesIn = (code: string) =>
    rows.some((row) => {
      if (row.action === 'create' || row.action === 'undertake') return row.item === code
      return row.action === 'merge' ? row.into === code : row.action === 'split' && row.into.includes(code)
    })
  const nothing = { predecessors: [], successors: [], kept: null, receivers: [], receivedAs: null }
  const never = { suspendedUntil: null, suspendedBy: null, since: null, decision: null }
  return Object.fromEntries(
    items.map((item) => [
      item.code,
      { ...item, state: comesIn(item.code) ? 'planned' : 'active', ...nothing, ...never },
    ]),
  )
}

function tell(beginning: Catalogue, decisions: readonly AdjustmentDecision[], day: Day) {
  const catalogue: Catalogue = { ...beginning }
  const broken = new Set<string>()
  for (const decision of decisions) {
    wakeAll(catalogue, decision.effectiveOn ?? day)
    const set = (code: string, from: string, change: Partial<Standing>) => {
      const old = catalogue[code]
      if (old === undefined || !from.split(' ').includes(old.state)) return void broken.add(code)
      const awake = { ...old, ...change }
      const asleep = awake.state === 'suspended' ? {} : { suspendedUntil: null, suspendedBy: null }
      if (Object.keys(change).length > 0)
        catalogue[code] = { ...awake, ...asleep, since: decision.effectiveOn, decision: decision.id }
    }
    for (const row of decision.actions) applyRow(row, decision, { set, old: (code) => catalogue[code] })
  }
  wakeAll(catalogue, day)
  return { catalogue, broken }
}

function applyRow(
  row: AdjustmentDecision['actions'][number],
  { id, effectiveOn }: AdjustmentDecision,
  {
    set,
    old,
  }: { set(code: string, from: string, change: Partial<Standing>): void; old(code: string): Standing | undefined },
): void {
  const alive = 'active suspended'
  if (row.action === 'create' || row.action === 'undertake') set(row.item, 'planned', { state: 'active' })
  if (row.action === 'cancel') set(row.item, alive, row.scope === 'full' ? { state: 'cancelled' } : { kept: row.kept })
  if (row.action === 'delegate') {
    const receivers = [...new Set([...(old(row.item)?.receivers ?? []), ...row.to])]
    const rest = row.scope === 'full' ? ({ state: 'delegated' } as const) : { kept: row.kept }
    set(row.item, 'active', { receivers, receivedAs: row.mode, ...rest })
  }
  if (row.action === 'merge') {
    for (const source of row.items) set(source, 'active', { state: 'merged', successors: [row.into] })
    set(row.into, 'planned', { state: 'active', predecessors: row.items })
  }
  if (row.action === 'split') {
    set(row.item, 'active', { state: 'split', successors: row.into })
    for (const part of row.into) set(part, 'planned', { state: 'active', predecessors: [row.item] })
  }
  if (row.action === 'retain') set(row.item, alive, {})
  if (row.action === 'rename') set(row.item, alive, { name: row.to })
  if (row.action === 'transfer') set(row.item, alive, { agency: row.to })
  if (row.action === 'reclassify')
    set(row.item, alive, { type: row.to, ...(row.to === 'internal-approval' ? { state: 'internal' as const } : {}) })
  if (row.action === 'resume') set(row.item, 'suspended', { state: 'active' })
  if (row.action === 'suspend') {
    const isOver = row.until !== null && row.until < (effectiveOn ?? '')
    set(row.item, isOver ? '' : 'active', { state: 'suspended', suspendedUntil: row.until, suspendedBy: id })
  }
}

function wakeAll(catalogue: Catalogue, day: Day): void {
  for (const [code, old] of Object.entries(catalogue)) {
    if (old.state !== 'suspended' || old.suspendedUntil === null || old.suspendedUntil >= day) continue
    const [year, month, last] = old.suspendedUntil.split('-').map(Number)
    const since = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (last ?? 0) + 1)).toISOString().slice(0, 10)
    catalogue[code] = {
      ...old,
      state: 'active',
      suspendedUntil: null,
      suspendedBy: null,
      since,
      decision: old.suspendedBy,
    }
  }
}
