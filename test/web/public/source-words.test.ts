import { describe, expect, it } from '@jest/globals'
import { writeSource } from '../../../views/parts/source-words.ts'

describe('the source of an item', () => {
  it.each([
    [
      'found: github LawRefBook/Laws@2f4c5c2 经济法/邮政法(2015-04-24).md',
      '公开的法律文本《邮政法》（2015-04-24 文本）',
    ],
    [
      'found(设定依据): github LawRefBook/Laws@2f4c5c2 行政法规/城市绿化条例(2017-03-01).md；其余 knowledge',
      '公开的法律文本《城市绿化条例》（2017-03-01 文本）；其余凭对法律的一般了解填写，没有逐条核对',
    ],
    ['国发〔2013〕27号公布的下放目录', '国发〔2013〕27号公布的下放目录'],
  ])('is told in words: %s', (source, words) => {
    expect(writeSource(source)).toBe(words)
  })
})
