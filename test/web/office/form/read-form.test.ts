import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { takeContent } from '../../../../src/domain/editions/edition-fields.ts'
import { describeForm } from '../../../../src/web/office/form/describe-form.ts'
import { fillForm, fillFromReading } from '../../../../src/web/office/form/fill-form.ts'
import { blankOf } from '../../../../src/web/office/form/form-nodes.ts'
import { type FormValues, readPosted } from '../../../../src/web/office/form/form-values.ts'
import { readForm } from '../../../../src/web/office/form/read-form.ts'
import { aMinimalItem } from '../../../builders/items.ts'
import { openSample } from '../../../catalog/the-sample.ts'
import { aContent, aMaterial, someContent } from '../../../domain/editions/contents.ts'

const read = (body: unknown) => readForm(readPosted(body))
const problemsOf = (body: unknown) =>
  read(body).problems.map(({ name, pointer, severity, message }) => `${severity} ${name} ${pointer} ${message}`)

describe('a form that was filled from a content', () => {
  it('reads back as that content, for every item of the sample', () => {
    for (const item of openSample().items) {
      const content = takeContent(item)
      const { content: again, problems } = readForm(fillForm(content))
      expect({ code: item.code, content: again, problems }).toEqual({ code: item.code, content, problems: [] })
    }
  })

  it('reads back as the same filling, for any content', () => {
    fc.assert(
      fc.property(someContent, (content) => {
        const values = fillForm(readForm(fillForm(content)).content)
        expect(fillForm(readForm(values).content)).toEqual(values)
      }),
    )
  })

  it('is wholly empty for an item of which nothing is known', () => {
    const content = takeContent(aMinimalItem({ audiences: [] }))
    expect(readForm(new Map()).content).toEqual(content)
    expect(readForm(fillForm(content)).content).toEqual(content)
    expect(blankOf(describeForm())).toEqual(content)
  })
})

describe('what is typed', () => {
  it.each([
    ['promisedTimeLimit', '二十个工作日', { amount: 20, unit: 'working-day' }],
    ['promisedTimeLimit', '２０个 工作日内', { amount: 20, unit: 'working-day' }],
    ['promisedTimeLimit', '当场', { unit: 'instant' }],
    ['promisedTimeLimit', '无', null],
    ['promisedTimeLimit', '  ', null],
    ['aliases', '办项目核准\r\n\r\n 项目核准 \r\n办项目核准', ['办项目核准', '项目核准']],
    ['undertakingUnit', ' 行政审批科\u00a0\r\n', '行政审批科'],
    ['undertakingUnit', '　', null],
    ['mermaid', 'flowchart LR\r\n  a --> b\r\n', 'flowchart LR\n  a --> b'],
  ] as const)('is read at %s: %s', (name, typed, value) => {
    const { content, problems } = read({ [name]: typed })
    expect({ value: content[name], problems }).toEqual({ value, problems: [] })
  })

  it.each([
    ['guide.visits', '两次', 2],
    ['guide.visits', '１', 1],
    ['guide.checkedOn', '2026年11月5日', '2026-11-05'],
    ['guide.onlinePayment', 'no', false],
    ['guide.onlinePayment', '', null],
    ['guide.noMaterials', 'yes', true],
    ['guide.scope', '\n\n　　第一段\r\n\r\n- 一\n- 二  \n\n', '　　第一段\n\n- 一\n- 二'],
  ])('is read at %s: %s', (name, typed, value) => {
    const { content, problems } = read({ 'guide.conditions.0': '条件', [name]: typed })
    expect(problems).toEqual([])
    expect(content.guide).toMatchObject({ [name.slice('guide.'.length)]: value })
  })

  it('is taken in several texts where boxes were ticked, each once, in the order of the boxes', () => {
    const audiences = ['enterprise', 'citizen', 'enterprise']
    expect(read({ audiences }).content.audiences).toEqual(['enterprise', 'citizen'])
  })

  it('makes amount and unit of an extension out of one limit', () => {
    expect(read({ 'extension.amount': '10个工作日', 'extension.approvedBy': '局长' }).content.extension).toEqual({
      amount: 10,
      unit: 'working-day',
      approvedBy: '局长',
      basis: null,
    })
  })
})

describe('what cannot be read', () => {
  it.each([
    ['promisedTimeLimit', '二十来天', 'error promisedTimeLimit /promisedTimeLimit “二十来天”看不懂是多久。'],
    ['promisedTimeLimit', '20日', 'warning promisedTimeLimit /promisedTimeLimit “20日”按自然日计。'],
    ['extension.amount', '当场', 'error extension.amount /extension/amount “当场”不是一段时间。'],
    ['caseType', 'quick', 'error caseType /caseType 没有“quick”这个选项'],
    ['audiences', 'martian', 'error audiences /audiences 没有“martian”这个选项'],
    ['guide.visits', '很多', 'error guide.visits /guide/visits “很多”不是整数。'],
    ['guide.visits', '100', 'error guide.visits /guide/visits “100”超出范围'],
    ['guide.checkedOn', '2026-02-30', 'error guide.checkedOn /guide/checkedOn “2026-02-30”不是日期。'],
    [
      'guide.receipt.url',
      'javascript:alert(1)',
      'error guide.receipt.url /guide/receipt/url “javascript:alert(1)”不是网址。',
    ],
    ['mermaid', 'a'.repeat(20_001), 'error mermaid /mermaid 写了 20001 个字，最多 20000 个字。'],
  ])('is told at its field with what was typed: %s %s', (name, typed, told) => {
    expect(problemsOf({ [name]: typed })).toEqual([expect.stringContaining(told)])
  })

  it('comes back as it was typed', () => {
    const values = readPosted({
      promisedTimeLimit: '二十来天',
      'guide.materials.3.copies': '很多',
      undertakingUnit: ' 科 ',
    })
    const shown = fillFromReading(readForm(values), values)
    expect(shown.get('promisedTimeLimit')).toEqual(['二十来天'])
    expect(shown.get('guide.materials.0.copies')).toEqual(['很多'])
    expect(shown.get('undertakingUnit')).toEqual(['科'])
  })

  it('keeps the row it was typed in', () => {
    expect(read({ 'guide.materials.0.copies': '很多' }).content.guide?.materials).toHaveLength(1)
    expect(read({ 'extension.amount': '一会儿' }).content.extension).not.toBeNull()
  })

  it('leaves a long text whole', () => {
    const text = '长'.repeat(20_001)
    expect(read({ 'guide.scope': text }).content.guide?.scope).toBe(text)
  })
})

describe('rows', () => {
  it('stand in the order of their numbers, whatever the order of the fields', () => {
    const body = { 'guide.materials.10.name': '丙', 'guide.materials.2.name': '乙', 'guide.materials.0.name': '甲' }
    const { content, rows } = read(body)
    expect(content.guide?.materials.map(({ name }) => name)).toEqual(['甲', '乙', '丙'])
    expect(rows.get('guide.materials')).toEqual([0, 2, 10])
  })

  it('are left out when nothing is filled in, and told by the place they have without', () => {
    const body = {
      'guide.materials.0.name': ' ',
      'guide.materials.0.kind': 'other',
      'guide.materials.1.copies': '很多',
    }
    expect(problemsOf(body)).toEqual([expect.stringContaining('guide.materials.1.copies /guide/materials/0/copies')])
  })

  it('have what was not filled in as the schema says', () => {
    expect(read({ 'guide.materials.0.name': '申请表' }).content.guide?.materials).toEqual([
      aMaterial({ name: '申请表' }),
    ])
  })

  it('get a mark of their own where a procedure needs one', () => {
    const body = {
      'procedure.steps.0.id': 'step-2',
      'procedure.steps.0.name': '受理',
      'procedure.steps.1.name': '审查',
      'procedure.steps.2.name': '决定',
      'procedure.steps.2.id': '<b>',
      'procedure.steps.3.id': 'step-9',
    }
    expect(read(body).content.procedure?.steps.map(({ id, name }) => [id, name])).toEqual([
      ['step-2', '受理'],
      ['step-3', '审查'],
      ['step-4', '决定'],
    ])
  })

  it('are told when there are too many, and kept', () => {
    const names = Array.from({ length: 201 }, (_, index) => [`procedure.steps.${index}.name`, '步'])
    const { content, problems } = read(Object.fromEntries(names))
    expect(content.procedure?.steps).toHaveLength(201)
    expect(problems.map(({ message }) => message)).toEqual(['有 201 项，最多 200 项。'])
  })
})

describe('whatever is posted', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'guide.scope=1'],
    ['a list', ['guide.scope']],
    ['numbers and objects in the place of texts', { 'guide.scope': 7, aliases: { length: 3 }, audiences: [{}, null] }],
    ['names that reach for prototypes', { __proto__: { polluted: 'yes' }, 'constructor.prototype.polluted': 'yes' }],
    ['rows that reach for prototypes', { 'guide.materials.__proto__.name': 'x', 'guide.__proto__.scope': 'x' }],
    [
      'numbers of rows that are none',
      { 'guide.materials.-1.name': 'x', 'guide.materials.1e3.name': 'x', 'guide.materials.01.name': 'x' },
    ],
    [
      'rows in the place of groups',
      { 'guide.0': 'x', 'guide.receipt.0.place': 'x', 'promisedTimeLimit.0.amount': '1' },
    ],
  ])('is read without harm: %s', (_, body) => {
    expect(read(body).content).toEqual(takeContent(aMinimalItem({ audiences: [] })))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('takes the first of several texts where one is asked for', () => {
    expect(read({ undertakingUnit: ['甲科', '乙科'] }).content.undertakingUnit).toBe('甲科')
  })

  it('is read in less than two seconds when it has ten thousand fields', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => [`guide.materials.${index}.copies`, '很多'])
    const others = Array.from({ length: 10_000 }, (_, index) => [`x${'.1'.repeat(index % 900)}`, 'y'])
    const body = Object.fromEntries([...names, ...others])
    const startedAt = performance.now()
    expect(read(body).problems).toHaveLength(10_001)
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  it('never throws', () => {
    const names = [...fillForm(aContent({ materials: [aMaterial({ name: '表' })] })).keys()]
    const name = fc.oneof(fc.constantFrom(...names), fc.string(), fc.constantFrom('guide.materials.3.basis.law'))
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('20日', '无', '-1', '\ud800'))
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(text, fc.array(text), fc.anything())), (body) => {
        const values: FormValues = readPosted(body)
        const reading = readForm(values)
        fillFromReading(reading, values)
      }),
    )
  })
})
