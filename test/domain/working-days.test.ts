import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createChineseDaysCalendar } from '../../src/calendar/chinese-days-calendar.ts'
import { findDayOff, findDueDay, findItemDue, isDay } from '../../src/domain/working-days.ts'
import type { Duration } from '../../src/schema/types.ts'

const arrangements = createChineseDaysCalendar().arrangements()
const working = (amount: number): Duration => ({ amount, unit: 'working-day' })
const due = (from: string, limit: Duration) => findDueDay({ from, limit }, arrangements)
const day = fc
  .date({ min: new Date('2013-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('findDueDay', () => {
  it.each([
    ['2015-02-09', 20, '2015-03-12'],
    ['2015-02-09', 10, '2015-02-27'],
    ['2015-02-09', 7, '2015-02-17'],
    ['2015-02-13', 1, '2015-02-15'],
    ['2015-09-01', 5, '2015-09-09'],
    ['2014-09-25', 5, '2014-10-08'],
    ['2014-12-29', 3, '2015-01-04'],
    ['2015-09-28', 20, '2015-10-30'],
    ['2015-10-08', 2, '2015-10-10'],
  ])('%s and %i working days is %s', (from, amount, dueOn) => {
    expect(due(from, working(amount))).toMatchObject({ dueOn, calendar: 'official' })
  })

  it('names the reason of every skipped day', () => {
    expect(due('2015-09-01', working(5)).skipped).toEqual([
      { date: '2015-09-03', reason: expect.stringContaining('胜利70周年') },
      { date: '2015-09-04', reason: expect.stringContaining('胜利70周年') },
      { date: '2015-09-05', reason: '周末' },
    ])
  })

  const limits: [string, Duration, string][] = [
    ['2015-01-31', { amount: 1, unit: 'month' }, '2015-02-28'],
    ['2016-02-29', { amount: 1, unit: 'year' }, '2017-02-28'],
    ['2015-09-21', { amount: 10, unit: 'calendar-day' }, '2015-10-08'],
    ['2015-03-02', { amount: 8, unit: 'hour' }, '2015-03-03'],
    ['2015-03-02', { amount: 9, unit: 'hour' }, '2015-03-04'],
    ['2015-10-03', { unit: 'instant' }, '2015-10-03'],
  ]
  it.each(limits)('%s and %j is %s', (from, limit, dueOn) => {
    expect(due(from, limit).dueOn).toBe(dueOn)
  })

  it('lists only the days of the roll for a limit in calendar days', () => {
    const { skipped } = due('2015-09-21', { amount: 10, unit: 'calendar-day' })
    expect(skipped).toEqual([1, 2, 3, 4, 5, 6, 7].map((one) => ({ date: `2015-10-0${one}`, reason: '国庆节' })))
  })

  it('does not let suspended days run, overlapping spans once', () => {
    const suspended = [
      { from: '2015-03-03', to: '2015-03-04' },
      { from: '2015-03-04', to: '2015-03-05' },
    ]
    const answer = findDueDay({ from: '2015-03-02', limit: working(1), suspended }, arrangements)
    expect(answer.dueOn).toBe('2015-03-06')
    expect(answer.skipped.map(({ reason }) => reason)).toEqual(['特别程序', '特别程序', '特别程序'])
    const limit: Duration = { amount: 3, unit: 'calendar-day' }
    expect(findDueDay({ from: '2015-03-02', limit, suspended }, arrangements).dueOn).toBe('2015-03-09')
  })

  it('is provisional past the newest arrangement and before the oldest', () => {
    expect(due(arrangements.through, working(1)).calendar).toBe('provisional')
    expect(due('2012-12-31', working(0)).calendar).toBe('provisional')
  })

  it('grows with the limit and adds up', () => {
    const amount = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(day, amount, amount, (from, a, b) => {
        const first = due(from, working(a)).dueOn
        const both = due(from, working(a + b)).dueOn
        expect(both >= first).toBe(true)
        expect(due(first, working(b)).dueOn).toBe(both)
      }),
    )
  })

  it('ends every working-day limit on a worked day with all days off in between skipped', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, amount) => {
        const { dueOn, skipped } = due(from, working(amount))
        const span = (Date.parse(dueOn) - Date.parse(from)) / 86_400_000
        expect(span).toBe(amount + skipped.length)
        expect(findDayOff(dueOn, arrangements)).toBeUndefined()
      }),
    )
  })

  it.each(['2015-02-30', '2015-13-01', '15-01-01', '0000-01-01', '2015-02-01T00:00', ''])('refuses %j', (from) => {
    expect(isDay(from)).toBe(false)
    expect(() => due(from, working(1))).toThrow(
      expect.objectContaining({ code: 'invalid-date', facts: { value: from } }),
    )
  })

  it('refuses a span that leaves the four-digit years', () => {
    const outOfRange = expect.objectContaining({ code: 'date-out-of-range' })
    expect(() => due('2015-01-01', { amount: 100_000, unit: 'year' })).toThrow(outOfRange)
    expect(() => due('2015-01-01', { amount: 100_000, unit: 'month' })).toThrow(outOfRange)
    expect(() => due('9999-12-30', working(5))).toThrow(outOfRange)
    expect(due('2015-01-01', working(100_000)).calendar).toBe('provisional')
  })

  it('refuses a suspension that ends before it begins or lasts over a century', () => {
    const ask = (from: string, to: string) => () =>
      findDueDay({ from: '2015-01-05', limit: working(1), suspended: [{ from, to }] }, arrangements)
    expect(ask('2015-01-07', '2015-01-06')).toThrow(expect.objectContaining({ code: 'invalid-date-range' }))
    expect(ask('0001-01-01', '9999-12-31')).toThrow(expect.objectContaining({ code: 'date-out-of-range' }))
  })
})

describe('findItemDue', () => {
  it('answers both limits and lists the days skipped on the way to the later one', () => {
    const item = { statutoryTimeLimit: working(20), promisedTimeLimit: working(7) }
    const answer = findItemDue(item, '2015-02-09', arrangements)
    expect(answer.statutory.dueOn).toBe('2015-03-12')
    expect(answer.promised.dueOn).toBe('2015-02-17')
    expect(answer.skipped).toEqual(due('2015-02-09', working(20)).skipped)
  })

  it('leaves a limit that is not set without a day', () => {
    const answer = findItemDue({ statutoryTimeLimit: null, promisedTimeLimit: null }, '2015-02-09', arrangements)
    expect(answer).toMatchObject({ statutory: { dueOn: null }, promised: { dueOn: null }, skipped: [] })
    const nothing = { statutoryTimeLimit: null, promisedTimeLimit: null }
    expect(() => findItemDue(nothing, '2015-02-31', arrangements)).toThrow(
      expect.objectContaining({ code: 'invalid-date' }),
    )
  })
})
