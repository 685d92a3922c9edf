import type { Duration, Flow, Lane, Procedure, Step } from '../../src/schema/types.ts'
import { blankStep } from '../builders/items.ts'

type Written = Pick<Step, 'id' | 'name' | 'kind' | 'lane'> & Partial<Step>

export const days = (amount: number): Duration => ({ amount, unit: 'working-day' })

/** A procedure from the few things a test wants to say of it; flows as `from to condition`. */
export function aProcedure(lanes: Record<string, string>, steps: Written[], flows: string[]): Procedure {
  return {
    lanes: Object.entries(lanes).map(([id, name]): Lane => ({ id, name, agency: null })),
    steps: steps.map((step): Step => ({ ...blankStep, ...step })),
    flows: flows.map((text): Flow => {
      const [from = '', to = '', when = null] = text.split(' ')
      return { from, to, when }
    }),
  }
}

const people = { applicant: '申请人', window: '政务服务中心窗口', office: '承办科室', leader: '分管领导' }

const application: Written[] = [
  { id: 'apply', name: '提交申请材料', kind: 'start', lane: 'applicant' },
  {
    id: 'check',
    name: '材料齐全且符合法定形式？',
    kind: 'decision',
    lane: 'window',
    limit: days(1),
    phase: 'acceptance',
  },
  { id: 'correct', name: '一次性告知，申请人补正', kind: 'task', lane: 'applicant', limit: days(5) },
  { id: 'accept', name: '出具《受理通知书》', kind: 'task', lane: 'window', phase: 'acceptance', post: '窗口工作人员' },
]
const closing: Written[] = [
  { id: 'decide', name: '作出决定', kind: 'decision', lane: 'leader', limit: days(2), phase: 'decision' },
  { id: 'grant', name: '制发证件', kind: 'end', lane: 'window', outcome: 'granted', limit: days(3), phase: 'delivery' },
  { id: 'refuse', name: '送达不予许可决定书，告知救济途径', kind: 'end', lane: 'window', outcome: 'refused' },
]
const reception = ['apply check', 'check accept 是', 'check correct 否，需要补正', 'correct apply']
const conclusion = ['decide grant 准予', 'decide refuse 不予']

/** One procedure of each shape that the catalogue has. */
export const sampleProcedures: Readonly<Record<string, Procedure>> = {
  'expert-review': aProcedure(
    { ...people, experts: '专家组' },
    [
      ...application,
      { id: 'review', name: '书面审查', kind: 'task', lane: 'office', limit: days(6), phase: 'examination' },
      {
        id: 'experts',
        name: '专家评审',
        kind: 'special',
        lane: 'experts',
        limit: { amount: 30, unit: 'calendar-day' },
        specialProcedure: 'expert-review',
      },
      ...closing,
    ],
    [...reception, 'accept review', 'review experts', 'experts decide', ...conclusion],
  ),
  'site-inspection': aProcedure(
    people,
    [
      ...application,
      { id: 'review', name: '书面审查', kind: 'task', lane: 'office', limit: days(3), phase: 'examination' },
      { id: 'need', name: '是否需要现场核查？', kind: 'decision', lane: 'office' },
      {
        id: 'inspect',
        name: '两名以上工作人员现场核查',
        kind: 'special',
        lane: 'office',
        limit: days(5),
        specialProcedure: 'site-inspection',
      },
      { id: 'opinion', name: '提出审查意见', kind: 'task', lane: 'office', limit: days(1) },
      ...closing,
    ],
    [
      ...reception,
      'accept review',
      'review need',
      'need inspect 是',
      'need opinion 否',
      'inspect opinion',
      'opinion decide',
      ...conclusion,
    ],
  ),
  testing: aProcedure(
    { ...people, laboratory: '法定检验检测机构' },
    [
      ...application,
      {
        id: 'test',
        name: '计量器具型式检验（ABC-2024/2号规程）',
        kind: 'special',
        lane: 'laboratory',
        limit: { amount: 3, unit: 'month' },
        specialProcedure: 'testing',
      },
      { id: 'review', name: '审查检验报告', kind: 'task', lane: 'office', limit: days(8) },
      ...closing,
    ],
    [...reception, 'accept test', 'test review 合格', 'test refuse 不合格', 'review decide', ...conclusion],
  ),
  joint: aProcedure(
    {
      applicant: '申请人',
      window: '综合窗口',
      lead: '牵头部门：市住房和城乡建设局',
      fire: '市公安消防支队',
      plan: '市城乡规划局',
    },
    [
      { id: 'apply', name: '提交申请材料', kind: 'start', lane: 'applicant' },
      { id: 'accept', name: '统一受理', kind: 'task', lane: 'window', limit: days(1) },
      { id: 'send', name: '分送有关部门', kind: 'task', lane: 'lead', limit: days(1) },
      { id: 'fire', name: '消防设计审查', kind: 'task', lane: 'fire', limit: days(5) },
      { id: 'plan', name: '规划条件审查', kind: 'task', lane: 'plan', limit: days(5) },
      { id: 'decide', name: '汇总意见并决定', kind: 'decision', lane: 'lead', limit: days(3) },
      { id: 'grant', name: '统一出件', kind: 'end', lane: 'window', outcome: 'granted' },
      { id: 'refuse', name: '不予许可', kind: 'end', lane: 'window', outcome: 'refused' },
    ],
    [
      'apply accept',
      'accept send',
      'send fire',
      'send plan',
      'fire decide',
      'plan decide',
      'decide grant 一致同意',
      'decide refuse 有部门不同意',
    ],
  ),
  relay: aProcedure(
    { applicant: '申请人', window: '市级窗口', office: '市级主管部门', province: '省级主管部门' },
    [
      { id: 'apply', name: '提交申请材料', kind: 'start', lane: 'applicant' },
      { id: 'accept', name: '收件登记', kind: 'task', lane: 'window', limit: { unit: 'instant' } },
      { id: 'review', name: '初审', kind: 'decision', lane: 'office', limit: days(20) },
      { id: 'relay', name: '转报省级主管部门', kind: 'end', lane: 'province', outcome: 'relayed' },
      { id: 'refuse', name: '退回并说明理由', kind: 'end', lane: 'window', outcome: 'not-accepted' },
    ],
    ['apply accept', 'accept review', 'review relay 初审通过', 'review refuse 初审不通过'],
  ),
  instant: aProcedure(
    { applicant: '申请人', window: '窗口' },
    [
      { id: 'apply', name: '到窗口申请', kind: 'start', lane: 'applicant' },
      { id: 'check', name: '当场核对', kind: 'decision', lane: 'window', limit: { unit: 'instant' } },
      { id: 'grant', name: '当场办结', kind: 'end', lane: 'window', outcome: 'granted' },
      { id: 'refuse', name: '告知不予受理', kind: 'end', lane: 'window', outcome: 'not-accepted' },
    ],
    ['apply check', 'check grant 符合条件', 'check refuse 不符合条件'],
  ),
}
