import { describe, expect, it } from '@jest/globals'
import { locateField } from '../../../../src/web/office/form/locate-field.ts'

describe('the field that a pointer means', () => {
  it.each([
    ['/promisedTimeLimit', 'promisedTimeLimit', '承诺时限'],
    ['/promisedTimeLimit/amount', 'promisedTimeLimit', '承诺时限'],
    ['/guide/scope', 'guide.scope', '适用范围'],
    ['/guide/materials', 'guide.materials', '申请材料'],
    ['/guide/materials/2/name', 'guide.materials.2.name', '申请材料 · 第 3 项 · 材料名称'],
    [
      '/guide/materials/0/basis/articles/1',
      'guide.materials.0.basis.articles',
      '申请材料 · 第 1 项 · 要求提供的依据 · 条款',
    ],
    ['/guide/conditions/1', 'guide.conditions.1', '申请条件 · 第 2 项'],
    ['/extension/unit', 'extension.amount', '延长期限 · 可以延长'],
    ['/guide/receipt/ways/0', 'guide.receipt.ways', '申请接收 · 提交方式'],
    ['/guide', 'guide', ''],
    ['/statutoryTimeLimit', '', ''],
    ['/guide/nothing', 'guide', ''],
    ['/guide/materials/x', 'guide.materials', '申请材料'],
    ['', '', ''],
    ['/__proto__/x', '', ''],
  ])('%s is %s, %s', (pointer, name, label) => {
    expect(locateField(pointer)).toMatchObject({ name, label })
  })

  it('is the row as it is numbered in the form', () => {
    const rows = new Map([['guide.materials', [0, 4]]])
    expect(locateField('/guide/materials/1/name', rows)).toMatchObject({
      name: 'guide.materials.4.name',
      label: '申请材料 · 第 2 项 · 材料名称',
    })
  })
})
