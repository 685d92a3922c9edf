import { describe, expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import { createChineseDaysCalendar } from '../../src/calendar/chinese-days-calendar.ts'
import { findDayOff } from '../../src/domain/working-days.ts'

const arrangements = createChineseDaysCalendar().arrangements()

describe('createChineseDaysCalendar', () => {
  it.each([
    [2014, 250],
    [2015, 249],
    [2016, 250],
  ])('%i has %i working days', (year, count) => {
    let worked = 0
    for (let day = new Temporal.PlainDate(year, 1, 1); day.year === year; day = day.add({ days: 1 })) {
      if (findDayOff(day.toString(), arrangements) === undefined) worked += 1
    }
    expect(worked).toBe(count)
  })

  it('covers 2013 to the last day of a whole published year', () => {
    expect(arrangements.from).toBe('2013-01-01')
    expect(arrangements.through >= '2026-12-31').toBe(true)
    expect(arrangements.holidays.has(`${arrangements.through.slice(0, 4)}-10-01`)).toBe(true)
  })

  it('names holidays in Chinese and works make-up days on weekends alone', () => {
    expect(arrangements.holidays.get('2015-10-01')).toBe('国庆节')
    for (const name of arrangements.holidays.values()) expect(name).toMatch(/^\p{Script=Han}[\p{Script=Han}\d]*$/u)
    for (const day of arrangements.makeUpDays.keys()) {
      expect(Temporal.PlainDate.from(day).dayOfWeek).toBeGreaterThanOrEqual(6)
      expect(arrangements.holidays.has(day)).toBe(false)
    }
  })
})
