import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { checkItem } from '../../../src/domain/rules/check-item.ts'
import { rules } from '../../../src/domain/rules/rules.ts'
import type { ApprovalItem, Duration, Extension, SpecialProcedure } from '../../../src/schema/types.ts'
import { aContext, aGuide, anItem, aPolicy, aStep, calendar, working } from './an-item.ts'

type Fields = Partial<ApprovalItem>
const policy = aPolicy()
const instant: Duration = { unit: 'instant' }
const findings = (fields: Fields) => checkItem(anItem(fields), aContext({ policy }))
const idsOf = (fields: Fields) => findings(fields).map(({ rule }) => rule)

const extension = (fields: Partial<NonNullable<Extension>> = {}): Extension => ({
  amount: 10,
  unit: 'working-day',
  approvedBy: '本机关负责人',
  basis: null,
  ...fields,
})
const special = (fields: Partial<SpecialProcedure> = {}): SpecialProcedure => ({
  kind: 'expert-review',
  limit: calendar(30),
  counted: false,
  basis: '行政许可法第四十五条',
  note: null,
  ...fields,
})
const told = aGuide({ timeLimitNote: '依法需要专家评审的，所需时间书面告知申请人；经批准延长的，告知理由。' })
const withStep = (step: Parameters<typeof aStep>[0]): Fields => ({
  procedure: { lanes: [], steps: [aStep(step)], flows: [] },
})
const long = { statutoryTimeLimit: working(60), promisedTimeLimit: working(15), legalBases: [] }

/** For each rule the smallest item that breaks it, the mended one, and a piece of the sentence. */
const table: [rule: string, broken: Fields, mended: Fields, says: string][] = [
  [
    'TIM-01',
    { statutoryTimeLimit: null },
    { statutoryTimeLimit: null, statutoryTimeLimitNote: '法律未规定' },
    '未填写法定时限',
  ],
  ['TIM-02', { promisedTimeLimit: null }, {}, '未填写承诺时限'],
  ['TIM-03', { statutoryTimeLimit: working(-1) }, {}, '非负数'],
  ['TIM-04', { promisedTimeLimit: working(21) }, {}, '承诺时限21个工作日大于法定时限20个工作日'],
  ['TIM-05', { promisedTimeLimit: working(7) }, { promisedTimeLimit: working(6) }, '1/3（应不超过6个工作日）'],
  [
    'TIM-06',
    { compressionException: { reason: '需上级复核', approvedBy: '市政府' } },
    {},
    '压缩例外：需上级复核（市政府）',
  ],
  ['TIM-07', { statutoryTimeLimit: calendar(60) }, {}, '法定时限（60日）与承诺时限（6个工作日）单位不同'],
  ['TIM-08', { ...long }, { statutoryTimeLimit: working(60), promisedTimeLimit: working(15) }, '60个工作日超过20'],
  [
    'TIM-09',
    { ...long, handlingRole: 'joint' },
    { ...long, handlingRole: 'joint', statutoryTimeLimit: working(45) },
    '60个工作日超过45',
  ],
  [
    'TIM-10',
    { statutoryTimeLimit: null, statutoryTimeLimitNote: '法律未规定', promisedTimeLimit: working(21) },
    { statutoryTimeLimit: null, statutoryTimeLimitNote: '法律未规定', promisedTimeLimit: working(20) },
    '现承诺21个工作日',
  ],
  [
    'TIM-11',
    { handlingRole: 'first-review', statutoryTimeLimit: working(21) },
    { handlingRole: 'first-review' },
    '初审21',
  ],
  ['TIM-12', { extension: extension({ amount: 15 }) }, { extension: extension() }, '延长期限15个工作日超过法定上限10'],
  ['TIM-13', { extension: extension() }, { extension: extension(), guide: told }, '延长须经批准并告知理由'],
  [
    'TIM-14',
    { specialProcedures: [special({ kind: 'publicity' })] },
    { specialProcedures: [special({ kind: 'publicity', basis: '城乡规划法第二十六条' })] },
    '“公示”不属于',
  ],
  [
    'TIM-15',
    withStep({ kind: 'special', name: '组织专家评审' }),
    { ...withStep({ kind: 'special', name: '组织专家评审' }), specialProcedures: [special()] },
    '流程含专家评审',
  ],
  ['TIM-16', { specialProcedures: [special()] }, { specialProcedures: [special()], guide: told }, '书面告知'],
  [
    'TIM-17',
    { caseType: 'instant', guide: null },
    { caseType: 'instant', promisedTimeLimit: instant, guide: null },
    '现为6个工作日',
  ],
  ['TIM-18', { promisedTimeLimit: instant }, {}, '应为即办件'],
  [
    'TIM-19',
    { caseType: 'instant' },
    { caseType: 'instant', guide: aGuide({ reviewType: 'on-the-spot' }) },
    '应为即审即办',
  ],
  [
    'TIM-20',
    { guide: aGuide({ delivery: { within: working(11), ways: [], note: null } }) },
    { guide: aGuide({ delivery: { within: working(10), ways: [], note: null } }) },
    '送达期限',
  ],
  [
    'TIM-21',
    { guide: aGuide({ timeLimitNote: '法定时限为15个工作日。' }) },
    { guide: aGuide({ timeLimitNote: '法定时限为20个工作日，承诺时限６个工作日。' }) },
    '“15个工作日”，与时限字段“20个工作日”不一致',
  ],
  [
    'TIM-22',
    { guide: aGuide({ notes: '请在30日内领取。' }) },
    { guide: aGuide({ notes: '请在30个工作日内领取，2015年3月5日内网停机。' }) },
    '“30日”不明确',
  ],
  [
    'TIM-24',
    { promisedTimeLimit: working(2), specialProcedures: [special({ kind: 'site-inspection', counted: true })] },
    { promisedTimeLimit: working(3), specialProcedures: [special({ kind: 'site-inspection', counted: true })] },
    '含现场核查，承诺2个工作日',
  ],
  ['TIM-25', { legalBases: [] }, {}, '一般规定20个工作日'],
]

describe('the rules on time limits', () => {
  it('find nothing in an item that keeps them', () => {
    expect(idsOf({}).filter((id) => id.startsWith('TIM'))).toEqual([])
  })

  it('are all in the table, but for TIM-23, which needs earlier limits', () => {
    const tested = [...new Set(table.map(([rule]) => rule))].sort()
    expect(tested).toEqual(rules.map(({ id }) => id).filter((id) => id.startsWith('TIM') && id !== 'TIM-23'))
  })

  it.each(table)('%s finds the item that breaks it and says why', (rule, broken, _mended, says) => {
    const found = findings(broken).filter((finding) => finding.rule === rule)
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain(says)
    expect(found[0]?.message).not.toMatch(/[{}]/)
    expect(found[0]?.path).toMatch(/^\//)
    expect(found[0]?.subject).toBe('fgw-001')
  })

  it.each(table)('%s is quiet on the mended item', (rule, _broken, mended) => {
    expect(idsOf(mended)).not.toContain(rule)
  })
})

describe('the borders of the rules', () => {
  it.each<[string, string, Fields]>([
    [
      'TIM-05',
      'a compression exception',
      { promisedTimeLimit: working(20), compressionException: { reason: '例外', approvedBy: '市政府' } },
    ],
    ['TIM-05', 'a relay', { promisedTimeLimit: working(20), handlingRole: 'relay' }],
    ['TIM-07', 'hours, which run on working days', { promisedTimeLimit: { amount: 8, unit: 'hour' } }],
    [
      'TIM-12',
      'an extension by another law',
      { extension: extension({ amount: 30, basis: '环境影响评价法第二十二条' }) },
    ],
    ['TIM-12', 'fifteen days in joint handling', { handlingRole: 'joint', extension: extension({ amount: 15 }) }],
    ['TIM-14', 'what counts anyway', { specialProcedures: [special({ counted: true, basis: null })] }],
    ['TIM-15', 'a general sentence of the guide', { guide: aGuide({ timeLimitNote: '听证、招标所需时间不计入。' }) }],
    [
      'TIM-20',
      'an item without a result',
      {
        guide: aGuide({
          results: [{ name: '无', kind: 'none', validity: null, sample: null }],
          delivery: { within: null, ways: [], note: null },
        }),
      },
    ],
    [
      'TIM-21',
      'a length that the item has',
      { guide: aGuide({ timeLimitNote: '自受理之日起20个工作日内作出决定。' }) },
    ],
    ['TIM-22', 'a day with its kind in brackets', { guide: aGuide({ notes: '期限为20日（自然日）。' }) }],
    ['TIM-24', 'a procedure that is not counted', { promisedTimeLimit: working(2), specialProcedures: [special()] }],
    ['TIM-25', 'another act than a licence', { type: 'filing', legalBases: [] }],
  ])('%s leaves alone %s', (rule, _what, fields) => {
    expect(idsOf(fields)).not.toContain(rule)
  })

  it('TIM-14 asks for a basis even where the article lists the procedure', () => {
    expect(idsOf({ specialProcedures: [special({ basis: null })] })).toContain('TIM-14')
  })

  it('TIM-05 follows the rounding of the policy', () => {
    const ceil = aPolicy({ compression: { ...policy.compression, rounding: 'ceil' } })
    const item = anItem({ promisedTimeLimit: working(7) })
    expect(checkItem(item, aContext({ policy: ceil })).map(({ rule }) => rule)).not.toContain('TIM-05')
  })

  it('quotes no law that is later than the rule profile', () => {
    const item = anItem({ promisedTimeLimit: null })
    const basisIn = (ruleProfile: '2013' | '2015') =>
      checkItem(item, aContext({ policy: aPolicy({ ruleProfile }) })).find(({ rule }) => rule === 'TIM-02')?.basis
    expect([basisIn('2013'), basisIn('2015')]).toEqual([null, '国发〔2015〕6号'])
  })
})

describe('odd items', () => {
  const limit = fc.option(
    fc.oneof(
      fc.constant<Duration>({ unit: 'instant' }),
      fc.record({
        amount: fc.integer({ min: 0, max: 100_000 }),
        unit: fc.constantFrom('working-day', 'calendar-day', 'month', 'year', 'hour'),
      }),
    ),
  )
  const text = fc.option(
    fc.oneof(fc.string(), fc.constantFrom('0日内', '零个工作日内办结', '法定时限十百个工作日', '{x}')),
  )
  const odd = fc.record({
    statutoryTimeLimit: limit,
    promisedTimeLimit: limit,
    statutoryTimeLimitNote: text,
    handlingRole: fc.constantFrom('own', 'first-review', 'joint', 'relay'),
    caseType: fc.constantFrom('instant', 'promised'),
    guide: fc.option(fc.record({ timeLimitNote: text, notes: text }).map((fields) => aGuide(fields))),
    specialProcedures: fc.array(
      fc.record({
        kind: fc.constantFrom('hearing', 'publicity'),
        limit,
        counted: fc.boolean(),
        basis: text,
        note: text,
      }),
      { maxLength: 3 },
    ),
    procedure: fc.option(
      fc.record({ name: fc.string(), limit, description: text }).map((step) => ({
        lanes: [],
        steps: [aStep(step)],
        flows: [{ from: 'nowhere', to: 'nobody', when: null }],
      })),
    ),
  }) as fc.Arbitrary<Fields>

  it('never make a rule throw', () => {
    fc.assert(fc.property(odd, (fields) => Array.isArray(findings(fields))))
  })
})
