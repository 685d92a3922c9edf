import { Temporal } from 'temporal-polyfill'
import type { Day } from '../schema/types.ts'
import { CatalogError } from './catalog-error.ts'

/** Whether a value is a day that exists, `YYYY-MM-DD`, from year 1 to 9999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value.startsWith('0000')) return false
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}

/** @throws CatalogError `invalid-date` (fact: `value`) when it is no day that exists. */
export function parseDay(value: unknown): Day {
  if (!isDay(value)) throw new CatalogError('invalid-date', { value })
  return value
}

/** The last day there is. */
export const lastDay: Day = '9999-12-31'

/** The next day; there is none after `lastDay`. */
export function dayAfter(day: Day): Day {
  const date = Number(day.slice(8))
  if (date < 28) return `${day.slice(0, 8)}${String(date + 1).padStart(2, '0')}`
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** The day before; of the first day of year 1, one that sorts before every day. */
export function dayBefore(day: Day): Day {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}

/** A day and its weekday, 1 (Monday) to 7. */
export interface Weekday {
  date: Day
  dayOfWeek: number
}

/**
 * The days after one, month by month; ends with the year 9999.
 *
 * Long limits pass over a hundred thousand days: counting inside a month is over twice as fast as a calendar sum a day.
 */
export function* listDaysAfter(start: Temporal.PlainDate): Generator<Weekday> {
  let dayOfWeek = start.dayOfWeek
  let first = start.day + 1
  for (let month = start.toPlainYearMonth(); month.year <= 9999; month = month.add({ months: 1 })) {
    const name = month.toString()
    for (let day = first; day <= month.daysInMonth; day += 1) {
      dayOfWeek = (dayOfWeek % 7) + 1
      yield { date: `${name}-${day < 10 ? '0' : ''}${day}`, dayOfWeek }
    }
    first = 1
  }
}
