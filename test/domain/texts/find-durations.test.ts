import { describe, expect, it } from '@jest/globals'
import { findDurations } from '../../../src/domain/texts/find-durations.ts'
import { findLimits } from '../../../src/domain/texts/find-limits.ts'

const inText = (text: string) =>
  findDurations(text).map(({ text: written, isUnclear }) => `${written}${isUnclear ? '?' : ''}`)
const limitsIn = (text: string) => findLimits(text).map(({ which, written }) => `${which} ${written}`)

describe('lengths of time in a text', () => {
  it.each([
    ['自受理之日起20个工作日内作出决定', ['20个工作日']],
    ['二十日内，经批准可延长十日', ['二十日?', '十日?']],
    ['承诺7日（不含法定节假日）', ['7日']],
    ['受理后15日（工作日）内，公示三十个自然日', ['15日', '三十个自然日']],
    ['有效期3年，每2个月报一次，24小时内答复', ['3年', '2个月', '24小时']],
    ['自２０个工作日', ['２０个工作日']],
  ])('are found: %s', (text, found) => {
    expect(inText(text)).toEqual(found)
  })

  it.each([
    '2015年3月5日公布，6月30日复核',
    '3至5日内答复，10—15个工作日',
    '第二十日，当日，次日，即日',
    '每周一日',
    '数日内，几个月',
    '三分之一',
  ])('are no dates, ordinals, ranges and vague numbers: %s', (text) => {
    expect(inText(text)).toEqual(text.startsWith('每周') ? ['一日?'] : [])
  })

  it('stand where they are said to stand', () => {
    const text = '法定时限20个工作日，承诺6个工作日。'
    expect(findDurations(text).map(({ start, end }) => text.slice(start, end))).toEqual(['20个工作日', '6个工作日'])
  })
})

describe('limits of the whole handling', () => {
  it.each([
    ['法定时限20个工作日，承诺时限6个工作日。', ['statutory 20个工作日', 'promised 6个工作日']],
    ['法定办结时限为自受理之日起20个工作日', ['statutory 20个工作日']],
    ['承诺办结时限：不超过6个工作日', ['promised 6个工作日']],
    ['本窗口承诺在6个工作日内办结', ['promised 6个工作日']],
    ['自受理之日起6个工作日内办结', ['either 6个工作日']],
    ['我局在十五个工作日内作出准予许可的决定', ['either 十五个工作日']],
    ['法定时限(工作日):20个工作日', ['statutory 20个工作日']],
  ])('are found with what they say they are: %s', (text, found) => {
    expect(limitsIn(text)).toEqual(found)
  })

  it.each([
    '在5个工作日内作出是否受理的决定',
    '经批准可以延长，10个工作日内办结',
    '省林业厅自收到之日起20个工作日内作出决定',
    '复议机关自受理之日起60个工作日内作出复议决定',
    '县级人民政府在15个工作日内作出决定',
    '作出决定后10个工作日内送达',
    '补正后5个工作日内办结',
    '听证应在20个工作日内组织完毕',
    '申请人应在30个工作日内提交',
  ])('are not those of other bodies, of 受理, of extending or of delivery: %s', (text) => {
    expect(limitsIn(text)).toEqual([])
  })
})
