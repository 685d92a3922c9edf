import type { AdjustmentDecision, DeclaredTotals } from '../../schema/types.ts'
import { labels } from '../labels.ts'
import { breachWhen, type DecisionBreach, type DecisionRule } from './decision-rule.ts'

/** The decision as a paper: its stage, number, days, and whether it adds up. */
export const paperRules: readonly DecisionRule[] = [
  {
    id: 'ADJ-01',
    severity: 'error',
    basis: '党政机关公文处理工作条例',
    check: ({ stage, effectiveOn, documentNumber, revokedOn }) => [
      ...breachWhen(
        (isDecided(stage) || revokedOn !== null) && effectiveOn === null,
        '/effectiveOn',
        `阶段是“${labels.stage[stage]}”，还没有写施行日期。`,
      ),
      ...breachWhen(stage === 'published' && documentNumber === null, '/documentNumber', '决定已公布，还没有写文号。'),
      ...breachWhen(
        revokedOn !== null && stage !== 'revoked',
        '/revokedOn',
        `写了撤销日期，阶段却是“${labels.stage[stage]}”，应为“撤销”。`,
      ),
    ],
  },
  {
    id: 'ADJ-01',
    severity: 'warning',
    basis: '党政机关公文处理工作条例',
    check: ({ stage, adoptedOn, publishedOn }) => [
      ...breachWhen(isDecided(stage) && adoptedOn === null, '/adoptedOn', '没有写审议通过的日期。'),
      ...breachWhen(stage === 'published' && publishedOn === null, '/publishedOn', '没有写公布日期。'),
    ],
  },
  {
    id: 'ADJ-02',
    severity: 'error',
    basis: 'GB/T 9704-2012',
    check: ({ id, documentNumber: number }, { numbers }) => {
      if (number === null) return []
      const others = (numbers.get(number) ?? []).filter((other) => other !== id)
      return [
        ...breachWhen(
          !/^\p{Script=Han}+〔(?:19|20)\d{2}〕\d+号$/u.test(number),
          '/documentNumber',
          `文号“${number}”不合格式，应写成“潭政发〔年份〕序号号”，年份用六角括号。`,
        ),
        ...others.map((other) => ({
          path: '/documentNumber',
          message: `文号“${number}”已经用于决定 ${other}。`,
        })),
      ]
    },
  },
  {
    id: 'ADJ-03',
    severity: 'error',
    basis: null,
    check: ({ adoptedOn, effectiveOn, effectiveNote }) =>
      breachWhen(
        adoptedOn !== null && effectiveOn !== null && effectiveOn < adoptedOn && effectiveNote === null,
        '/effectiveOn',
        `施行日期 ${effectiveOn} 早于审议通过的日期 ${adoptedOn}，应写明原因。`,
      ),
  },
  { id: 'ADJ-15', severity: 'error', basis: null, check: checkTotals },
  {
    id: 'ADJ-21',
    severity: 'hint',
    basis: null,
    check: ({ inTransit, actions }) =>
      breachWhen(
        inTransit === null && actions.some(({ action }) => action !== 'retain'),
        '/inTransit',
        '没有写明施行前已受理的申请怎么办。',
      ),
  },
]

function isDecided(stage: AdjustmentDecision['stage']): boolean {
  return stage === 'adopted' || stage === 'published'
}

/** Names of the totals, as a document states them. */
const totalNames: Readonly<Record<keyof DeclaredTotals, string>> = {
  cancel: '取消',
  delegate: '下放',
  undertake: '承接',
  merge: '合并',
  split: '拆分',
  create: '新增',
  retain: '保留',
  rename: '更名',
  transfer: '划转',
  reclassify: '调整类别',
  suspend: '暂停',
  resume: '恢复',
}

/**
 * What the document says of its totals must be what its rows are.
 *
 * Documents count a merge by the items merged (合并2项 = two became one) or by its rows, and a split by the item or by what became of it: each
 * way of counting is accepted.
 */
function checkTotals({ declared, actions }: AdjustmentDecision): DecisionBreach[] {
  return Object.entries(declared).flatMap(([name, total]) => {
    const kind = name as keyof DeclaredTotals // keys of the schema
    const rows = actions.filter(({ action }) => action === kind)
    const ways = new Set([rows.length])
    if (kind === 'merge') ways.add(rows.reduce((sum, row) => sum + (row.action === 'merge' ? row.items.length : 0), 0))
    if (kind === 'split') ways.add(rows.reduce((sum, row) => sum + (row.action === 'split' ? row.into.length : 0), 0))
    const actual = [...ways].reverse().join('项或')
    return breachWhen(!ways.has(total), `/declared/${name}`, `写明${totalNames[kind]}${total}项，实际${actual}项。`)
  })
}
