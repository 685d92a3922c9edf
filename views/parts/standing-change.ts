import { labels } from '../../src/domain/labels.ts'
import type { Standing } from '../../src/use-cases/use-cases.ts'

/** One thing that is not the same any more. */
export interface StandingChange {
  what: string
  before: string
  after: string
}

/**
 * What changed from one standing to another, in the order in which people ask: state, name, agency, type, scope, receivers, suspension, lineage.
 *
 * `names` are those of agencies, regions and items by code; a code without a name is told as it is.
 */
export function describeChange(
  before: Standing,
  after: Standing,
  names: Readonly<Record<string, string>>,
): StandingChange[] {
  const name = (code: string) => names[code] ?? code
  const all = (codes: readonly string[]) => codes.map(name).join('、') || '没有'
  const scope = ({ kept }: Standing) => (kept === null ? '全部' : `只保留：${kept}`)
  const until = ({ suspendedUntil }: Standing) => suspendedUntil ?? '没有定'
  const changes: StandingChange[] = [
    { what: '状态', before: labels.state[before.state], after: labels.state[after.state] },
    { what: '名称', before: before.name, after: after.name },
    { what: '部门', before: name(before.agency), after: name(after.agency) },
    { what: '类型', before: labels.type[before.type], after: labels.type[after.type] },
    { what: '范围', before: scope(before), after: scope(after) },
    { what: '接收地方', before: all(before.receivers), after: all(after.receivers) },
    { what: '暂停到', before: until(before), after: until(after) },
    { what: '来源', before: all(before.predecessors), after: all(after.predecessors) },
    { what: '去向', before: all(before.successors), after: all(after.successors) },
  ]
  return changes.filter((change) => change.before !== change.after)
}
