import type { Day } from '../../schema/types.ts'
import { labels } from '../labels.ts'
import type { Part, PartKind } from './decision-parts.ts'
import { isInCatalogue, type Standing } from './standing.ts'

/** A part of a decision on the day it takes effect. */
export interface EffectivePart extends Part {
  decision: string
  on: Day
}

type Needs = 'planned' | 'active' | 'suspended' | 'in-catalogue'

/** What an item must be for a row to take hold (a suspended item may still end or change its name, agency or type). */
const needs: Readonly<Record<PartKind, Needs>> = {
  undertake: 'planned',
  create: 'planned',
  mergeIn: 'planned',
  splitIn: 'planned',
  cancel: 'in-catalogue',
  retain: 'in-catalogue',
  rename: 'in-catalogue',
  transfer: 'in-catalogue',
  reclassify: 'in-catalogue',
  delegate: 'active',
  mergeOut: 'active',
  splitOut: 'active',
  suspend: 'active',
  resume: 'suspended',
}

/** What a row asks of an item, in words. */
const verbs: Readonly<Record<PartKind, string>> = {
  undertake: '承接',
  create: '新增',
  mergeIn: '作为合并后的事项',
  splitIn: '作为拆分后的事项',
  cancel: '取消',
  retain: '保留',
  rename: '更名',
  transfer: '划转',
  reclassify: '调整类别',
  delegate: '下放',
  mergeOut: '合并',
  splitOut: '拆分',
  suspend: '暂停',
  resume: '恢复',
}

/** Names what a part does to its item: “取消”（fgw-001）. */
export function namePart({ kind, code }: Part): string {
  return `“${verbs[kind]}”（${code}）`
}

/** Why a row cannot take hold of an item, as a sentence; `undefined`: it can. */
export function findObstacle(part: EffectivePart, { state, name, decision }: Standing): string | undefined {
  const { action, on } = part
  if (action.action === 'suspend' && action.until !== null && action.until < on)
    return `“${name}”（${part.code}）的暂停在 ${action.until} 已经结束，不能从 ${on} 开始。`
  const need = needs[part.kind]
  if (need === 'in-catalogue' ? isInCatalogue({ state }) : state === need) return undefined
  const by = decision === null ? '' : `（见决定 ${decision}）`
  const now = state === 'planned' ? '还没有施行' : `是“${labels.state[state]}”${by}`
  return `“${name}”（${part.code}）在 ${part.on} ${now}，不能${need === 'planned' ? '再' : ''}${verbs[part.kind]}。`
}

/** The standing after a row took hold. */
export function takePart(part: EffectivePart, before: Standing): Standing {
  if (part.kind === 'retain') return before
  const after = { ...before, since: part.on, decision: part.decision }
  change(after, part)
  if (after.state !== 'suspended') {
    after.suspendedUntil = null
    after.suspendedBy = null
  }
  return after
}

/** Writes into the new standing what the row makes different. */
function change(after: Standing, { kind, action, decision }: EffectivePart): void {
  switch (action.action) {
    case 'merge':
      if (kind === 'mergeOut') end(after, 'merged', [action.into])
      else begin(after, action.items)
      break
    case 'split':
      if (kind === 'splitOut') end(after, 'split', action.into)
      else begin(after, [action.item])
      break
    case 'undertake':
    case 'create':
    case 'resume':
      after.state = 'active'
      break
    case 'cancel':
      if (action.scope === 'partial') after.kept = action.kept
      else after.state = 'cancelled'
      break
    case 'delegate':
      after.receivers = [...new Set([...after.receivers, ...action.to])]
      after.receivedAs = action.mode
      if (action.scope === 'partial') after.kept = action.kept
      else after.state = 'delegated'
      break
    case 'rename':
      after.name = action.to
      break
    case 'transfer':
      after.agency = action.to
      break
    case 'reclassify':
      after.type = action.to
      if (action.to === 'internal-approval') after.state = 'internal'
      break
    case 'suspend':
      after.state = 'suspended'
      after.suspendedUntil = action.until
      after.suspendedBy = decision
  }
}

function begin(after: Standing, predecessors: readonly string[]): void {
  after.state = 'active'
  after.predecessors = predecessors
}

function end(after: Standing, state: 'merged' | 'split', successors: readonly string[]): void {
  after.state = state
  after.successors = successors
}
