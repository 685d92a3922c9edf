import { describe, expect, it } from '@jest/globals'
import { checkItem } from '../../../src/domain/rules/check-item.ts'
import type { ApprovalItem, Flow, Procedure, Step } from '../../../src/schema/types.ts'
import { aContext, anItem, aPolicy, aStep, working } from './an-item.ts'

const start = aStep({ id: 'apply', name: '申请', kind: 'start' })
const review = aStep({ id: 'review', name: '审查', limit: working(6) })
const question = aStep({ id: 'ask', name: '符合条件？', kind: 'decision' })
const granted = aStep({ id: 'grant', name: '发证', kind: 'end', outcome: 'granted' })
const refused = aStep({ id: 'refuse', name: '不予许可', kind: 'end', outcome: 'refused' })

/** Flows written as `apply>review`, with `:when`. */
function aProcedure(steps: Step[], ...flows: string[]): Procedure {
  const parse = (text: string): Flow => {
    const [ends = '', when = null] = text.split(':')
    const [from = '', to = ''] = ends.split('>')
    return { from, to, when }
  }
  return { lanes: [{ id: 'window', name: '窗口', agency: null }], steps, flows: flows.map(parse) }
}
const sound = aProcedure(
  [start, review, question, granted, refused],
  'apply>review',
  'review>ask',
  'ask>grant:是',
  'ask>refuse:否',
)
const findings = (procedure: Procedure, fields: Partial<ApprovalItem> = {}) =>
  checkItem(anItem({ procedure, ...fields }), aContext({ policy: aPolicy({ ruleProfile: '2016' }) }))

describe('the rules on the procedure', () => {
  it('find nothing in a sound procedure', () => {
    // Posts, times and phases are not what these procedures are about.
    const others = ['FLW-06', 'FLW-08', 'FLW-11']
    expect(findings(sound).filter(({ rule }) => rule.startsWith('FLW') && !others.includes(rule))).toEqual([])
  })

  it.each<[string, Procedure, string, string]>([
    ['FLW-02', aProcedure([review, granted], 'review>grant'), '/procedure/steps', '0个开始，1个结束'],
    [
      'FLW-02',
      aProcedure([start, { ...start, id: 'again' }, granted], 'apply>grant', 'again>grant'),
      '/procedure/steps',
      '2个开始',
    ],
    ['FLW-02', aProcedure([start, review], 'apply>review'), '/procedure/steps', '0个结束'],
    [
      'FLW-03',
      aProcedure([start, granted, review], 'apply>grant', 'review>grant'),
      '/procedure/steps/2',
      '“审查”无法到达',
    ],
    [
      'FLW-04',
      aProcedure([start, granted, review], 'apply>grant', 'apply>review'),
      '/procedure/steps/2',
      '“审查”没有出口',
    ],
    [
      'FLW-05',
      aProcedure([start, question, granted], 'apply>ask', 'ask>grant:是'),
      '/procedure/steps/1',
      '“符合条件？”',
    ],
    [
      'FLW-05',
      aProcedure([start, question, granted, refused], 'apply>ask', 'ask>grant:是', 'ask>refuse'),
      '/procedure/steps/1',
      '至少两个带条件的出口',
    ],
    [
      'FLW-09',
      aProcedure(
        [start, review, { ...review, id: 'more', limit: working(1) }, granted],
        'apply>review',
        'review>more',
        'more>grant',
      ),
      '/procedure/steps',
      '合计7个工作日，超过承诺时限6个工作日',
    ],
  ])('%s finds the procedure that breaks it', (rule, procedure, path, says) => {
    const found = findings(procedure).filter((finding) => finding.rule === rule)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ path, severity: 'error' })
    expect(found[0]?.message).toContain(says)
  })

  it('FLW-20 warns of a circle that no correction explains, and not of a correction', () => {
    const more = aStep({ id: 'more', name: '复核' })
    const steps = [start, review, more, question, granted, refused]
    const flows = ['apply>review', 'review>more', 'more>ask', 'ask>grant:是', 'ask>refuse:否']
    const flw20 = (...back: string[]) =>
      findings(aProcedure(steps, ...flows, ...back)).filter(({ rule }) => rule === 'FLW-20')
    expect(flw20('ask>more:退回')).toMatchObject([
      { severity: 'warning', path: '/procedure/steps/2', message: '存在无限循环：复核→符合条件？。' },
    ])
    expect(flw20('review>apply:补正')).toEqual([])
  })

  it('FLW-09 counts no delivery, and special procedures only where the item counts them', () => {
    const steps = [
      start,
      review,
      aStep({
        id: 'experts',
        name: '专家评审',
        kind: 'special',
        specialProcedure: 'expert-review',
        limit: working(30),
      }),
      aStep({ id: 'hand', name: '送达', phase: 'delivery', limit: working(10) }),
      granted,
    ]
    const procedure = aProcedure(steps, 'apply>review', 'review>experts', 'experts>hand', 'hand>grant')
    const rulesWith = (counted: boolean) =>
      findings(procedure, {
        specialProcedures: [
          { kind: 'expert-review', limit: working(30), counted, basis: '行政许可法第四十五条', note: null },
        ],
      }).map(({ rule }) => rule)
    expect(rulesWith(false)).not.toContain('FLW-09')
    expect(rulesWith(true)).toContain('FLW-09')
  })
})
