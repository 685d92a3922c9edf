import { additions, type Movement, removals } from '../../src/domain/decisions/ledger.ts'
import type { LedgerAnswer } from '../../src/use-cases/use-cases.ts'

/** Whose account a ledger page shows. */
export interface AccountOf {
  kind: 'city' | 'agency' | 'type'
  /** Code of the agency or type; empty for the city. */
  code: string
  name: string
}

/** One account of the ledger, of the city, an agency or a type. */
export type LedgerAccount = Pick<LedgerAnswer, 'opening' | 'movements' | 'closing' | 'balanced' | 'items'>

const words: Readonly<Record<Movement, string>> = {
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

/** What a movement is called; what leaves the whole city by its type has become internal. */
export function nameMovement(movement: Movement, { kind }: Pick<AccountOf, 'kind'>): string {
  return movement === 'reclassifyOut' && kind !== 'type' ? '转内部审批' : words[movement]
}

/** Movements of an account that are not zero, additions first. */
export function movementsOf({ movements }: Pick<LedgerAccount, 'movements'>): { movement: Movement; change: number }[] {
  const plus = additions.map((movement) => ({ movement, change: movements[movement] }))
  const minus = removals.map((movement) => ({ movement, change: -movements[movement] }))
  return [...plus, ...minus].filter(({ change }) => change !== 0)
}

/** All that was added, and all that was taken away, both as positive numbers. */
export function sumMovements({ movements }: Pick<LedgerAccount, 'movements'>): { added: number; removed: number } {
  const sum = (names: readonly Movement[]) => names.reduce((total, name) => total + movements[name], 0)
  return { added: sum(additions), removed: sum(removals) }
}
