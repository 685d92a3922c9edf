import type { Agency, ApprovalItem, Day } from '../../schema/types.ts'
import { dayBefore } from '../days.ts'
import { labels } from '../labels.ts'
import type { Chronicle, LifeEvent, Standing } from './chronicle.ts'

/** Movements that add an active item to an account, in the order in which they are told. */
export const additions = [
  'undertake',
  'create',
  'splitIn',
  'mergeIn',
  'resume',
  'reclassifyIn',
  'transferIn',
  'revokeIn',
] as const
/** Movements that take an active item away. */
export const removals = [
  'cancel',
  'delegate',
  'mergeOut',
  'splitOut',
  'suspend',
  'reclassifyOut',
  'transferOut',
  'revokeOut',
] as const
export type Movement = (typeof additions)[number] | (typeof removals)[number]

/** What each movement is called. */
export const movementLabels: Readonly<Record<Movement, string>> = {
  undertake: '承接',
  create: '新增',
  splitIn: '拆分产生',
  mergeIn: '合并产生',
  resume: '恢复',
  reclassifyIn: '类别转入',
  transferIn: '划入',
  revokeIn: '撤销后恢复',
  cancel: '取消',
  delegate: '下放',
  mergeOut: '被合并',
  splitOut: '被拆分',
  suspend: '暂停',
  reclassifyOut: '类别转出',
  transferOut: '划出',
  revokeOut: '撤销后退出',
}

/** An account of active items over a span of days. */
export interface Account {
  /** Active items at the end of the day before `from`, counted by themselves. */
  opening: number
  /** How many items each movement concerned; an item may move more than once. */
  movements: Record<Movement, number>
  /** Active items on the last day, counted by themselves. */
  closing: number
  /** Whether opening, additions and removals give the closing. */
  balanced: boolean
  /** The rows behind every number: codes in the order in which they moved. */
  items: Record<Movement, string[]>
}

/**
 * The ledger (台账) of active items: opening + additions − removals = closing, for the city, each agency and each type.
 *
 * Opening and closing are counted in the catalogue of their day, movements are read from what happened: that they agree is the proof.
 * `transferIn` and `transferOut` are zero for the city and for types, `reclassifyIn` for the city and for agencies.
 * `revokeIn` and `revokeOut` are items that the revocation of a decision brought back or took away.
 */
export interface Ledger extends Account {
  from: Day
  /** Inclusive. */
  to: Day
  agencies: (Account & { code: string; name: string })[]
  types: (Account & { type: ApprovalItem['type']; label: string })[]
}

/** Draws up the ledger of the days from `from` to `to`, both included. Agencies without any item or movement are listed as well. */
export function drawLedger(
  chronicle: Chronicle,
  { from, to, agencies }: { from: Day; to: Day; agencies: Iterable<Agency> },
): Ledger {
  const opening = [...chronicle.on(dayBefore(from)).values()].filter(isActive)
  const closing = [...chronicle.on(to).values()].filter(isActive)
  const events = chronicle.events.filter(({ day }) => day >= from && day <= to)
  const city = openAccounts(() => 'city', { opening, closing, events })
  const byAgency = openAccounts(({ agency }) => agency, { opening, closing, events })
  const byType = openAccounts(({ type }) => type, { opening, closing, events })
  return {
    from,
    to,
    ...(city.get('city') ?? settle(emptyAccount())),
    agencies: [...agencies].map(({ code, name }) => ({
      code,
      name,
      ...(byAgency.get(code) ?? settle(emptyAccount())),
    })),
    types: typeNames.flatMap((type) => {
      const account = byType.get(type)
      return account === undefined ? [] : [{ type, label: labels.type[type], ...account }]
    }),
  }
}

const typeNames = Object.keys(labels.type) as ApprovalItem['type'][] // the table has every type as its key

function isActive({ state }: Standing): boolean {
  return state === 'active'
}

type KeyOf = (standing: Standing) => string

function openAccounts(
  keyOf: KeyOf,
  { opening, closing, events }: { opening: Standing[]; closing: Standing[]; events: LifeEvent[] },
): Map<string, Account> {
  const accounts = new Map<string, Account>()
  const accountOf = (key: string) => {
    const known = accounts.get(key)
    if (known !== undefined) return known
    const account = emptyAccount()
    accounts.set(key, account)
    return account
  }
  for (const standing of opening) accountOf(keyOf(standing)).opening += 1
  for (const standing of closing) accountOf(keyOf(standing)).closing += 1
  for (const event of events) {
    const left = isActive(event.before) ? keyOf(event.before) : undefined
    const entered = isActive(event.after) ? keyOf(event.after) : undefined
    if (left === entered) continue
    if (left !== undefined) enter(accountOf(left), removalOf(event), event.code)
    if (entered !== undefined) enter(accountOf(entered), additionOf(event), event.code)
  }
  for (const account of accounts.values()) settle(account)
  return accounts
}

function enter(account: Account, movement: Movement, code: string): void {
  account.movements[movement] += 1
  account.items[movement].push(code)
}

function settle(account: Account): Account {
  const sum = (movements: readonly Movement[]) => movements.reduce((total, name) => total + account.movements[name], 0)
  account.balanced = account.opening + sum(additions) - sum(removals) === account.closing
  return account
}

function emptyAccount(): Account {
  const names = [...additions, ...removals]
  return {
    opening: 0,
    movements: Object.fromEntries(names.map((name) => [name, 0])) as Account['movements'], // every movement is named
    closing: 0,
    balanced: true,
    items: Object.fromEntries(names.map((name) => [name, []])) as unknown as Account['items'], // every movement is named
  }
}

function additionOf({ kind }: LifeEvent): Movement {
  switch (kind) {
    case 'undertake':
    case 'create':
    case 'splitIn':
    case 'mergeIn':
      return kind
    case 'resume':
    case 'expire':
      return 'resume'
    case 'transfer':
      return 'transferIn'
    case 'reclassify':
      return 'reclassifyIn'
    default:
      return 'revokeIn'
  }
}

function removalOf({ kind }: LifeEvent): Movement {
  switch (kind) {
    case 'cancel':
    case 'delegate':
    case 'mergeOut':
    case 'splitOut':
    case 'suspend':
      return kind
    case 'reclassify':
      return 'reclassifyOut'
    case 'transfer':
      return 'transferOut'
    default:
      return 'revokeOut'
  }
}
