import { describe, expect, it } from '@jest/globals'
import { checkDocument, checkInPlace } from '../../src/schema/check-document.ts'
import type { CheckedKind } from '../../src/schema/schema-files.ts'

const item = { code: 'fgw-001', name: '核准', agency: 'fgw', type: 'licensing' }
const decision = { id: '2015-1', title: '目录', issuer: '市政府', stage: 'draft' }

function violationsOf(kind: CheckedKind, value: unknown): [pointer: string, rule: string, message: string][] {
  return (checkDocument(kind, value).violations ?? []).map(({ pointer, rule, message }) => [pointer, rule, message])
}

describe('a document that passes', () => {
  it('comes back with its defaults, down to the parts of its parts', () => {
    const { document } = checkDocument('item', { ...item, guide: { materials: [{ name: '申请书' }] } })
    expect(document).toMatchObject({ aliases: [], provenance: { facts: 'illustrative', verified: false } })
    expect(document?.guide).toMatchObject({
      acceptingBody: { agency: null },
      materials: [{ form: 'paper', blank: null }],
    })
  })

  it('leaves the value it was made from as it was', () => {
    const value = structuredClone(item)
    checkDocument('item', value)
    expect(value).toEqual(item)
  })

  it('is the very value where nobody else holds it', () => {
    const value: object = structuredClone(item)
    expect(checkInPlace('item', value).document).toBe(value)
    expect(value).toMatchObject({ aliases: [], guide: null })
  })

  it('gets defaults in the rows of a decision too', () => {
    const { document } = checkDocument('decision', { ...decision, actions: [{ action: 'cancel', item: 'fgw-001' }] })
    expect(document?.actions[0]).toMatchObject({ scope: 'full', reason: null })
  })
})

describe('a document that breaks its schema', () => {
  it.each<[string, CheckedKind, unknown, [string, string, string]]>([
    [
      'names a missing field in Chinese',
      'item',
      { ...item, name: undefined },
      ['/name', 'required', '缺少 name（事项名称）。'],
    ],
    [
      'names the field that was meant',
      'item',
      { ...item, promisedLimit: 1, audience: [] },
      ['/audience', 'additionalProperties', '没有字段 audience。是不是 audiences（服务对象）？'],
    ],
    [
      'says what was expected and what stands there',
      'item',
      { ...item, name: 12 },
      ['/name', 'type', '应为文字，这里是数字 12。'],
    ],
    [
      'lists what is allowed',
      'item',
      { ...item, caseType: 'slow' },
      ['/caseType', 'enum', '只能是 instant、promised，这里是文字“slow”。'],
    ],
    [
      'says in words how a code is written',
      'item',
      { ...item, code: 'fgw_1' },
      ['/code', 'pattern', '编码应为“单位代码-三位以上数字”，如 fgw-001。这里是文字“fgw_1”。'],
    ],
    [
      'refuses a day that does not exist',
      'decision',
      { ...decision, adoptedOn: '2014-02-30' },
      ['/adoptedOn', 'format', '应为真实存在的日期，写作 YYYY-MM-DD，这里是文字“2014-02-30”。'],
    ],
    [
      'wants no amount for 当场',
      'item',
      { ...item, promisedTimeLimit: { unit: 'instant', amount: 1 } },
      ['/promisedTimeLimit/amount', 'instant-amount', '单位为 instant（当场）时不写数量。'],
    ],
    [
      'wants an amount for every other unit',
      'item',
      { ...item, promisedTimeLimit: { unit: 'month' } },
      ['/promisedTimeLimit/amount', 'required', '缺少 amount（数量）。'],
    ],
    ['calls an empty text empty, once', 'item', { ...item, name: '' }, ['/name', 'minLength', '内容不能为空。']],
    [
      'refuses a text of blanks',
      'item',
      { ...item, name: '  ' },
      ['/name', 'pattern', '内容不能只是空格。这里是文字“  ”。'],
    ],
    [
      'says which rows repeat each other',
      'item',
      { ...item, themes: ['甲', '甲'] },
      ['/themes', 'uniqueItems', '第 2 项与第 1 项重复。'],
    ],
    [
      'does not name the branches of a part that may be null',
      'item',
      { ...item, guide: 'x' },
      ['/guide', 'type', '应为一组字段，这里是文字“x”。'],
    ],
    [
      'finds errors inside such a part',
      'item',
      { ...item, guide: { visits: -1 } },
      ['/guide/visits', 'minimum', '不能小于 0，这里是数字 -1。'],
    ],
    ['wants a document to be a group of fields', 'item', [], ['', 'type', '应为一组字段，这里是有 0 项的列表。']],
    [
      'names the action that is missing, once',
      'decision',
      { ...decision, actions: [{}] },
      ['/actions/0/action', 'required', '缺少 action（调整方式）。'],
    ],
    [
      'finds the error of a row in its action only',
      'decision',
      { ...decision, actions: [{ action: 'retain' }] },
      ['/actions/0/item', 'required', '缺少 item（事项编码）。'],
    ],
  ])('%s', (_title, kind, value, violation) => {
    const cleaned: unknown = JSON.parse(JSON.stringify(value))
    expect(violationsOf(kind, cleaned)).toContainEqual(violation)
    expect(violationsOf(kind, cleaned).filter(([pointer]) => pointer === violation[0])).toHaveLength(1)
  })

  it('lists the actions there are when one is unknown', () => {
    const [[pointer, rule, message] = []] = violationsOf('decision', { ...decision, actions: [{ action: 'kill' }] })
    expect([pointer, rule]).toEqual(['/actions/0/action', 'discriminator'])
    expect(message).toContain('cancel、delegate、undertake')
  })

  it('has every error named, not the first alone', () => {
    expect(violationsOf('item', { code: 1, nam: 'x' })).toHaveLength(5)
  })

  it('keeps the text of a huge value out of the message', () => {
    const [[, , message = ''] = []] = violationsOf('item', { ...item, caseType: '长'.repeat(10_000) })
    expect(message.length).toBeLessThan(100)
  })

  it('treats __proto__ and constructor as unknown fields', () => {
    const value: unknown = JSON.parse(JSON.stringify(item).replace('{', '{"__proto__":{},"constructor":1,'))
    expect(violationsOf('item', value).map(([pointer]) => pointer)).toEqual(['/__proto__', '/constructor'])
  })
})
