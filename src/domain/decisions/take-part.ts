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
  const after = changed(part, before)
  if (after === before) return before
  const made = { ...after, since: part.on, decision: part.decision }
  const isAwake = made.state !== 'suspended' && made.suspendedBy !== null
  return isAwake ? { ...made, suspendedUntil: null, suspendedBy: null } : made
}

function changed({ kind, action, code, decision }: EffectivePart, before: Standing): Standing {
  if (kind === 'mergeOut' && action.action === 'merge') {
    return { ...before, state: 'merged', successors: [action.into] }
  }
  if (kind === 'splitIn' && action.action === 'split') {
    return { ...before, state: 'active', predecessors: [action.item] }
  }
  switch (action.action) {
    case 'merge':
      return { ...before, state: 'active', predecessors: action.items.filter((source) => source !== code) }
    case 'split':
      return { ...before, state: 'split', successors: action.into }
    case 'undertake':
    case 'create':
      return { ...before, state: 'active' }
    case 'cancel':
      return action.scope === 'partial' ? { ...before, kept: action.kept } : { ...before, state: 'cancelled' }
    case 'delegate': {
      const received = { ...before, receivers: union(before.receivers, action.to), receivedAs: action.mode }
      return action.scope === 'partial' ? { ...received, kept: action.kept } : { ...received, state: 'delegated' }
    }
    case 'retain':
      return before
    case 'rename':
      return { ...before, name: action.to }
    case 'transfer':
      return { ...before, agency: action.to }
    case 'reclassify':
      return { ...before, type: action.to, state: action.to === 'internal-approval' ? 'internal' : before.state }
    case 'suspend':
      return { ...before, state: 'suspended', suspendedUntil: action.until, suspendedBy: decision }
    case 'resume':
      return { ...before, state: 'active' }
  }
}

function union(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])]
}
