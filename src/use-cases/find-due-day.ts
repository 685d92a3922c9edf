import { CatalogError } from '../domain/catalog-error.ts'
import { readDuration } from '../domain/durations.ts'
import { findDueDay, findItemDue } from '../domain/working-days.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'
import type { Day } from '../schema/types.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'
import { storedItem } from './get-item.ts'
import type { DueDay, ItemDue } from './use-cases.ts'

export interface DueQuestion {
  from: Day
  /** As officials write it: 20个工作日. */
  limit: string
  suspended?: readonly { from: Day; to: Day }[]
}

/**
 * The due day of a limit in words.
 *
 * @throws CatalogError `unreadable-duration` (fact: `text`), also for 无, which sets no limit to count; those of `findDueDay`.
 */
export function createGetDueDay(calendar: HolidayCalendar) {
  return ({ from, limit, suspended = [] }: DueQuestion): DueDay => {
    const duration = readDuration(limit)
    if (duration === null) throw new CatalogError('unreadable-duration', { text: limit })
    return findDueDay({ from, limit: duration, suspended }, calendar.arrangements())
  }
}

/** The due days of both limits of an item that is accepted on a day. */
export function createGetItemDue(calendar: HolidayCalendar, currentCatalogue: CurrentCatalogue) {
  return async (code: string, from: Day): Promise<ItemDue> => {
    const { body } = storedItem(await currentCatalogue(), code)
    return findItemDue(body, from, calendar.arrangements())
  }
}
