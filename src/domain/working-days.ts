import { Temporal } from 'temporal-polyfill'
import type { ApprovalItem, Day, Duration, OptionalDuration } from '../schema/types.ts'
import { CatalogError } from './catalog-error.ts'
import { listDaysAfter, parseDay } from './days.ts'
import type { HolidayArrangements } from './holiday-arrangements.ts'
import { listSuspendedDays, type SuspendedSpan } from './suspensions.ts'

export { isDay, parseDay } from './days.ts'

/** A day that was passed over on the way to a due day. */
export interface SkippedDay {
  date: Day
  /** Why it does not count, in Chinese: 周末, 国庆节, 特别程序. */
  reason: string
}

/** The day by which a limit has to be kept. */
export interface DueDay {
  from: Day
  limit: Duration
  dueOn: Day
  /** `provisional`: the span leaves the published arrangements, where weekends alone are skipped. */
  calendar: 'official' | 'provisional'
  skipped: SkippedDay[]
}

/** The due days of both limits of an item; `null`: that limit is not set. */
export interface ItemDue {
  from: Day
  statutory: { limit: OptionalDuration; dueOn: Day | null }
  promised: { limit: OptionalDuration; dueOn: Day | null }
  calendar: 'official' | 'provisional'
  /** Days skipped on the way to the later of the two days. */
  skipped: SkippedDay[]
}

/** Where a count ended and what it passed over. */
interface Walk {
  end: Temporal.PlainDate
  skipped: SkippedDay[]
}

/** Hours of a working day, by which a limit in hours is rounded up to whole working days. */
const HOURS_A_DAY = 8

/**
 * Finds the due day of a limit that began to run with acceptance on `from` (day 0).
 *
 * Working days: the n-th after it; make-up days count (行政许可法 第八十二条). Hours: eight are a working day, rounded up.
 * Calendar days, months, years: moved to the next working day when they end on a day off (民法典 第二百零三条).
 * Suspended days do not run and are listed as 特别程序 whatever weekday they are. `instant` is due the same day.
 * @throws CatalogError `invalid-date` (fact: `value`), `invalid-date-range`, `date-out-of-range` (past the year 9999).
 */
export function findDueDay(
  question: { from: Day; limit: Duration; suspended?: readonly SuspendedSpan[] },
  arrangements: HolidayArrangements,
): DueDay {
  const { limit } = question
  const from = parseDay(question.from)
  const suspended = new Set(listSuspendedDays(question.suspended ?? [], from))
  const start = Temporal.PlainDate.from(from)
  const { end, skipped } = walk({ start, limit, suspended, arrangements })
  const dueOn = end.toString()
  return { from, limit, dueOn, calendar: findStanding(from, dueOn, arrangements), skipped }
}

/** Why a day is off: the holiday's name or 周末; `undefined`: it is worked. */
export function findDayOff(day: Day, arrangements: HolidayArrangements): string | undefined {
  return dayOffReason(Temporal.PlainDate.from(parseDay(day)).dayOfWeek, day, arrangements)
}

/** Finds the due days of an item's limits when it is accepted on `from`. @throws CatalogError as `findDueDay`. */
export function findItemDue(
  item: Pick<ApprovalItem, 'statutoryTimeLimit' | 'promisedTimeLimit'>,
  from: Day,
  arrangements: HolidayArrangements,
): ItemDue {
  parseDay(from)
  const dueOf = (limit: OptionalDuration) => (limit === null ? null : findDueDay({ from, limit }, arrangements))
  const statutory = dueOf(item.statutoryTimeLimit)
  const promised = dueOf(item.promisedTimeLimit)
  const later = (statutory?.dueOn ?? '') >= (promised?.dueOn ?? '') ? statutory : promised
  return {
    from,
    statutory: { limit: item.statutoryTimeLimit, dueOn: statutory?.dueOn ?? null },
    promised: { limit: item.promisedTimeLimit, dueOn: promised?.dueOn ?? null },
    calendar: later?.calendar ?? findStanding(from, from, arrangements),
    skipped: later?.skipped ?? [],
  }
}

interface Path {
  start: Temporal.PlainDate
  limit: Duration
  suspended: ReadonlySet<Day>
  arrangements: HolidayArrangements
}

function walk(path: Path): Walk {
  const { start, limit } = path
  switch (limit.unit) {
    case 'instant':
      return { end: start, skipped: [] }
    case 'working-day':
      return walkWorkingDays(path, limit.amount)
    case 'hour':
      return walkWorkingDays(path, Math.ceil(limit.amount / HOURS_A_DAY))
    default:
      return walkCalendar(path, limit)
  }
}

function walkWorkingDays({ start, suspended, arrangements }: Path, count: number): Walk {
  const skipped: SkippedDay[] = []
  if (count === 0) return { end: start, skipped }
  let left = count
  for (const { date, dayOfWeek } of listDaysAfter(start)) {
    const reason = suspended.has(date) ? '特别程序' : dayOffReason(dayOfWeek, date, arrangements)
    if (reason === undefined) left -= 1
    else skipped.push({ date, reason })
    if (left === 0) return { end: Temporal.PlainDate.from(date), skipped }
  }
  throw new CatalogError('date-out-of-range', { year: 10_000 })
}

function walkCalendar(path: Path, limit: Extract<Duration, { amount: number }>): Walk {
  const skipped: SkippedDay[] = []
  let end = addLimit(path.start, limit)
  for (const date of path.suspended) {
    if (date > end.toString()) break
    skipped.push({ date, reason: '特别程序' })
    end = step(end)
  }
  return rollToWorkingDay(path, { end, skipped })
}

/** 民法典 第二百零三条: a period that ends on a day off ends with the next working day. */
function rollToWorkingDay({ suspended, arrangements }: Path, reached: Walk): Walk {
  const skipped = [...reached.skipped]
  let end = reached.end
  for (;;) {
    const date = end.toString()
    const reason = suspended.has(date) ? '特别程序' : dayOffReason(end.dayOfWeek, date, arrangements)
    if (reason === undefined) return { end, skipped }
    skipped.push({ date, reason })
    end = step(end)
  }
}

function addLimit(start: Temporal.PlainDate, limit: Extract<Duration, { amount: number }>): Temporal.PlainDate {
  const { amount, unit } = limit
  const length = unit === 'month' ? { months: amount } : unit === 'year' ? { years: amount } : { days: amount }
  return requireFourDigitYear(start.add(length))
}

function step(day: Temporal.PlainDate): Temporal.PlainDate {
  return requireFourDigitYear(day.add({ days: 1 }))
}

function requireFourDigitYear(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.year > 9999) throw new CatalogError('date-out-of-range', { year: day.year })
  return day
}

function dayOffReason(dayOfWeek: number, date: Day, arrangements: HolidayArrangements): string | undefined {
  const holiday = arrangements.holidays.get(date)
  if (holiday !== undefined) return holiday
  return dayOfWeek >= 6 && !arrangements.makeUpDays.has(date) ? '周末' : undefined
}

function findStanding(from: Day, to: Day, arrangements: HolidayArrangements): 'official' | 'provisional' {
  return from < arrangements.from || to > arrangements.through ? 'provisional' : 'official'
}
