import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compareTexts } from '../../../src/domain/editions/compare-texts.ts'

const chinese = fc
  .array(fc.constantFrom('申请人', '应当', '提交', '营业执照', '，', '。', '\n', ' ', '20', '个工作日', '😀'), {
    maxLength: 40,
  })
  .map((words) => words.join(''))

describe('the difference of two texts', () => {
  it('gives both texts back sign by sign', () => {
    fc.assert(
      fc.property(fc.oneof(chinese, fc.string()), fc.oneof(chinese, fc.string()), (before, after) => {
        const parts = compareTexts(before, after)
        const join = (left: string) =>
          parts
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('')
        expect([join('added'), join('removed')]).toEqual([before, after])
      }),
    )
  })

  it('tells words, not signs', () => {
    expect(
      compareTexts('申请人应当提交营业执照。', '申请人应当提交身份证。').filter(({ kind }) => kind !== 'same'),
    ).toEqual([
      { text: '营业执照', kind: 'removed' },
      { text: '身份证', kind: 'added' },
    ])
  })

  it('says of an equal text that it is the same', () => {
    expect(compareTexts('办结', '办结')).toEqual([{ text: '办结', kind: 'same' }])
  })

  it('gives up on two long texts that share nothing and shows each whole', () => {
    const [before, after] = ['申请 '.repeat(5000), '材料，'.repeat(5000)]
    const startedAt = performance.now()
    expect(compareTexts(before, after)).toEqual([
      { text: before, kind: 'removed' },
      { text: after, kind: 'added' },
    ])
    expect(performance.now() - startedAt).toBeLessThan(3000)
  })
})
