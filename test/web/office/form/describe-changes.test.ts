import { describe, expect, it } from '@jest/globals'
import { compareContents } from '../../../../src/domain/editions/compare-contents.ts'
import { describeChanges } from '../../../../src/web/office/form/describe-changes.ts'
import { aContent, aMaterial } from '../../../domain/editions/contents.ts'

const told = (before: object, after: object, overrides: object = {}) =>
  describeChanges(compareContents(aContent(before), aContent(after, overrides))).map(
    ({ name, label, kind, parts, places }) => ({
      name,
      label,
      kind,
      text: places === undefined ? parts.map(({ kind, text }) => `${kind}:${text}`).join(' ') : places,
    }),
  )

describe('a difference in words', () => {
  it('tells codes and limits as people say them', () => {
    expect(
      told({ handlingMode: 'general' }, { handlingMode: 'green-channel' }, { promisedTimeLimit: { unit: 'instant' } }),
    ).toEqual([
      { name: 'promisedTimeLimit', label: '承诺时限', kind: 'changed', text: 'removed:6个工作日 added:当场' },
      { name: 'guide.handlingMode', label: '办理方式', kind: 'changed', text: 'removed:一般程序 added:绿色通道' },
    ])
  })

  it('tells a new row by what is filled in', () => {
    expect(told({}, { materials: [aMaterial({ name: '申请表', kind: 'form', copies: 2 })] })).toEqual([
      {
        name: 'guide.materials.0',
        label: '申请材料 · 第 1 项（申请表）',
        kind: 'added',
        text: 'added:材料名称：申请表；材料类型：申请表格文书；复印件份数：2',
      },
    ])
  })

  it('tells a moved row by its places', () => {
    const [one, two] = [aMaterial({ name: '甲' }), aMaterial({ name: '乙' })]
    expect(told({ materials: [one, two] }, { materials: [two, one] })).toMatchObject([
      { kind: 'moved', text: expect.objectContaining({ after: expect.any(Number) }) },
    ])
  })

  it('tells a field inside a row with the name of the row', () => {
    const [one, two] = [aMaterial({ name: '申请表' }), aMaterial({ name: '申请表', note: '加盖公章' })]
    expect(told({ materials: [one] }, { materials: [two] })).toEqual([
      {
        name: 'guide.materials.0.note',
        label: '申请材料 · 第 1 项 · 备注（申请表）',
        kind: 'added',
        text: 'added:加盖公章',
      },
    ])
  })
})
