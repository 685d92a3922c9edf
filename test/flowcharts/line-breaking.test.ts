import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { glueSegments } from '../../src/flowcharts/line-breaking.ts'

describe('where lines may break', () => {
  it.each([
    ['书面审查。', ['书', '面', '审查。']],
    ['出具《受理通知书》后', ['出', '具', '《受', '理', '通', '知', '书》后']],
    ['（GB-2018号）', ['（G', 'B-2018', '号）']],
    ['限15个', ['限', '15', '个']],
  ])('%s', (text, pieces) => {
    expect(glueSegments(text)).toEqual(pieces)
  })

  it('loses and adds nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(glueSegments(text).join('')).toBe(text)))
  })
})
