import type { HolidayArrangements } from '../domain/holiday-arrangements.ts'

/** Where the public holidays come from. */
export interface HolidayCalendar {
  arrangements(): HolidayArrangements
}
