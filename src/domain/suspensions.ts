import { Temporal } from 'temporal-polyfill'
import type { Day } from '../schema/types.ts'
import { CatalogError } from './catalog-error.ts'
import { parseDay } from './days.ts'

/** Days on which a limit does not run because of a special procedure (行政许可法 第四十五条); both ends are included. */
export interface SuspendedSpan {
  from: Day
  to: Day
}

/** No special procedure lasts a century; a longer list is a slip of the pen, and would cost memory. */
const MAX_SUSPENDED_DAYS = 36_525

/**
 * Every suspended day once, in order, after the day of acceptance.
 *
 * @throws CatalogError `invalid-date`, `invalid-date-range` (facts: `from`, `to`), `date-out-of-range` (more than a century).
 */
export function listSuspendedDays(spans: readonly SuspendedSpan[], from: Day): Day[] {
  const days = new Set<Day>()
  for (const span of spans) {
    const last = Temporal.PlainDate.from(parseDay(span.to))
    const first = Temporal.PlainDate.from(parseDay(span.from))
    if (Temporal.PlainDate.compare(first, last) > 0) {
      throw new CatalogError('invalid-date-range', { from: span.from, to: span.to })
    }
    if (first.until(last).days >= MAX_SUSPENDED_DAYS) {
      throw new CatalogError('date-out-of-range', { from: span.from, to: span.to })
    }
    for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      if (day.toString() > from) days.add(day.toString())
    }
  }
  return [...days].sort()
}
