import { createRequire } from 'node:module'
import type { HolidayArrangements } from '../domain/holiday-arrangements.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'

/** Day → English name, Chinese name and number of days, parted by commas. */
type Entries = Readonly<Record<string, string>>
interface PublishedDays {
  holidays: Entries
  workdays: Entries
}

/** The catalogue's first year: the notices were compared with the package from here on. */
const FIRST_DAY = '2013-01-01'

/** The State Council's notices as the package `chinese-days` publishes them; names in Chinese. */
export function createChineseDaysCalendar(): HolidayCalendar {
  const arrangements = readArrangements()
  return { arrangements: () => arrangements }
}

function readArrangements(): HolidayArrangements {
  // The shape is the package's published file; the tests of the calendar hold it to known years.
  const days = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as PublishedDays
  return {
    from: FIRST_DAY,
    through: `${findNewestYear(days.holidays)}-12-31`,
    holidays: toNames(days.holidays),
    makeUpDays: toNames(days.workdays),
  }
}

/** The newest year with a 国庆节: a notice may name the first days of the year after its own. */
function findNewestYear(holidays: Entries): string {
  const years = Object.keys(holidays).filter((day) => day.endsWith('-10-01'))
  return years.sort().at(-1)?.slice(0, 4) ?? '2012'
}

function toNames(entries: Entries): ReadonlyMap<string, string> {
  const covered = Object.entries(entries).filter(([day]) => day >= FIRST_DAY)
  return new Map(covered.map(([day, names]) => [day, names.split(',')[1] ?? names]))
}
