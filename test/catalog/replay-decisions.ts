import type { AdjustmentDecision, ApprovalItem } from '../../src/schema/types.ts'

type Action = AdjustmentDecision['actions'][number]
export type Replayed = { state: string; name: string; agency: string; type: string; until?: string | null }

/** Every item that a row brings in, takes out or touches. */
export function itemsOf(action: Action): string[] {
  switch (action.action) {
    case 'merge':
      return [...action.items, action.into]
    case 'split':
      return [action.item, ...action.into]
    default:
      return [action.item]
  }
}

function entering(action: Action): string[] {
  if (action.action === 'undertake' || action.action === 'create') return [action.item]
  if (action.action === 'merge') return [action.into]
  return action.action === 'split' ? action.into : []
}

const needsActive: ReadonlySet<string> = new Set(['delegate', 'merge', 'split', 'suspend'])

/**
 * A second, plain reading of the decisions, written apart from the product's own: states of the items on a day, and every row that
 * did not find what it needs. A suspension with `until` lapses the day after.
 */
export function replay(items: readonly ApprovalItem[], decisions: readonly AdjustmentDecision[], day: string) {
  const held = decisions.filter(
    ({ effectiveOn, stage, revokedOn }) =>
      effectiveOn !== null &&
      effectiveOn <= day &&
      (stage === 'adopted' || stage === 'published' || (stage === 'revoked' && revokedOn !== null && day < revokedOn)),
  )
  const inOrder = [...held].sort((a, b) => (`${a.effectiveOn} ${a.id}` < `${b.effectiveOn} ${b.id}` ? -1 : 1))
  const brought = new Set(decisions.flatMap(({ actions }) => actions.flatMap(entering)))
  const states = new Map<string, Replayed>(
    items.map(({ code, name, agency, type }) => [
      code,
      { state: brought.has(code) ? 'planned' : 'active', name, agency, type },
    ]),
  )
  const refused: string[] = []
  for (const { id, actions, effectiveOn } of inOrder) {
    endSuspensions(states, effectiveOn ?? day)
    for (const action of actions) apply(states, action, (why) => refused.push(`${id}: ${why}`))
  }
  endSuspensions(states, day)
  return { states, refused }
}

function endSuspensions(states: Map<string, Replayed>, day: string): void {
  for (const [code, { until, ...known }] of states) {
    if (known.state === 'suspended' && until && until < day) states.set(code, { ...known, state: 'active' })
  }
}

function apply(states: Map<string, Replayed>, action: Action, refuse: (why: string) => void): void {
  const newcomers = new Set(entering(action))
  for (const code of itemsOf(action)) {
    const known = states.get(code)
    const wanted = newcomers.has(code)
      ? ['planned']
      : action.action === 'resume'
        ? ['suspended']
        : needsActive.has(action.action)
          ? ['active']
          : ['active', 'suspended']
    if (known === undefined || !wanted.includes(known.state)) refuse(`${action.action} ${code} is ${known?.state}`)
    else states.set(code, after(known, action, newcomers.has(code)))
  }
}

function after(known: Replayed, action: Action, isNew: boolean): Replayed {
  if (isNew) return { ...known, state: 'active' }
  switch (action.action) {
    case 'cancel':
      return action.scope === 'partial' ? known : { ...known, state: 'cancelled' }
    case 'delegate':
      return action.scope === 'partial' ? known : { ...known, state: 'delegated' }
    case 'merge':
      return { ...known, state: 'merged' }
    case 'split':
      return { ...known, state: 'split' }
    case 'suspend':
      return { ...known, state: 'suspended', until: action.until }
    case 'resume':
      return { ...known, state: 'active' }
    case 'rename':
      return { ...known, name: action.to }
    case 'transfer':
      return { ...known, agency: action.to }
    case 'reclassify':
      return { ...known, type: action.to, state: action.to === 'internal-approval' ? 'internal' : known.state }
    default:
      return known
  }
}
