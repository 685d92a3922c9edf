import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CatalogError } from '../../src/domain/catalog-error.ts'
import {
  compareDurations,
  hasUnclearDay,
  readDuration,
  toWorkingDays,
  writeDuration,
} from '../../src/domain/durations.ts'
import type { Duration, OptionalDuration } from '../../src/schema/types.ts'

const conversion = { calendarDay: '5/7', month: '21', year: '250', hour: '1/8' }
const working = (amount: number): Duration => ({ amount, unit: 'working-day' })
const calendar = (amount: number): Duration => ({ amount, unit: 'calendar-day' })
const counted = fc.record({
  amount: fc.integer({ min: 0, max: 100_000 }),
  unit: fc.constantFrom('working-day', 'calendar-day', 'month', 'year', 'hour'),
})
const anyDuration: fc.Arbitrary<Duration> = fc.oneof(counted, fc.constant({ unit: 'instant' as const }))

describe('readDuration', () => {
  const readable: [string, OptionalDuration][] = [
    ['20个工作日', working(20)],
    ['20工作日', working(20)],
    ['二十个工作日', working(20)],
    ['２０个工作日', working(20)],
    ['20个 工作日内', working(20)],
    ['自受理之日起20个工作日内', working(20)],
    ['法定时限：20个工作日', working(20)],
    ['十五个工作天', working(15)],
    ['一百二十个工作日', working(120)],
    ['一百零五个工作日', working(105)],
    ['两个工作日', working(2)],
    ['20日（工作日）', working(20)],
    ['20日（不含法定节假日）', working(20)],
    ['20日', calendar(20)],
    ['20天（自然日）', calendar(20)],
    ['20个自然日', calendar(20)],
    ['三十日', calendar(30)],
    ['廿五天', calendar(25)],
    ['3个月', { amount: 3, unit: 'month' }],
    ['两个月', { amount: 2, unit: 'month' }],
    ['半年', { amount: 6, unit: 'month' }],
    ['1年', { amount: 1, unit: 'year' }],
    ['24小时', { amount: 24, unit: 'hour' }],
    ['2个小时', { amount: 2, unit: 'hour' }],
    ['即办', { unit: 'instant' }],
    ['即办件', { unit: 'instant' }],
    ['当场', { unit: 'instant' }],
    ['当场办结', { unit: 'instant' }],
    ['即时办结', { unit: 'instant' }],
    ['无', null],
  ]
  it.each(readable)('reads %s', (text, duration) => {
    expect(readDuration(text)).toEqual(duration)
  })

  const unreadable = [
    '',
    ' ',
    '约20天',
    '20-30日',
    '1.5个工作日',
    '尽快',
    '20个工作日左右',
    '20',
    '工作日',
    '-5个工作日',
  ]
  const unclear = [
    '20个工作日（自然日）',
    '1 20日',
    '一百二个工作日',
    '半个月',
    '100001日',
    '1个月零5天',
    '20个日',
    '—',
  ]
  it.each([...unreadable, ...unclear, '9'.repeat(10_000)])('refuses %j and quotes it', (text) => {
    expect(() => readDuration(text)).toThrow(new CatalogError('unreadable-duration', { text }))
  })

  it('reads back what was written', () => {
    fc.assert(fc.property(fc.option(anyDuration), (one) => expect(readDuration(writeDuration(one))).toEqual(one)))
  })

  it('answers any text with a duration or the one refusal', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0一十百个工作日天月年小时半内()约当场无 ') })
    fc.assert(
      fc.property(text, (words) => {
        try {
          readDuration(words)
        } catch (error) {
          expect(error).toMatchObject({ code: 'unreadable-duration', facts: { text: words } })
        }
      }),
    )
  })
})

describe('hasUnclearDay', () => {
  it.each([
    ['20日', true],
    ['20天内', true],
    ['20个工作日', false],
    ['20天（自然日）', false],
    ['尽快', false],
  ])('of %s is %s', (text, isUnclear) => {
    expect(hasUnclearDay(text)).toBe(isUnclear)
  })
})

describe('comparing durations', () => {
  it('converts exactly by the policy', () => {
    expect(toWorkingDays(calendar(20), conversion).toFraction()).toBe('100/7')
    expect(toWorkingDays({ unit: 'instant' }, conversion).valueOf()).toBe(0)
    expect(toWorkingDays({ amount: 3, unit: 'hour' }, conversion).toFraction()).toBe('3/8')
  })

  it('takes seven calendar days for five working days', () => {
    expect(compareDurations(calendar(7), working(5), conversion)).toBe(0)
    expect(compareDurations(calendar(8), working(5), conversion)).toBeGreaterThan(0)
  })

  it('turns its sign when the two change places', () => {
    fc.assert(
      fc.property(anyDuration, anyDuration, (a, b) => {
        const there = Math.sign(compareDurations(a, b, conversion))
        expect(there + Math.sign(compareDurations(b, a, conversion))).toBe(0)
      }),
    )
  })
})
