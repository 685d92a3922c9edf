import type { Day } from '../schema/types.ts'

/**
 * The State Council's arrangements of public holidays, as data.
 *
 * Outside `from`..`through` nothing was published: weekends alone are days off there, and a result is provisional.
 */
export interface HolidayArrangements {
  /** First day covered, inclusive. */
  from: Day
  /** Last day covered, inclusive: the end of the newest published year. */
  through: Day
  /** Days off because of a holiday, with its name in Chinese, as in 国庆节. */
  holidays: ReadonlyMap<Day, string>
  /** Weekend days that are worked to make up (调休上班), with the name of the holiday they make up for. */
  makeUpDays: ReadonlyMap<Day, string>
}
