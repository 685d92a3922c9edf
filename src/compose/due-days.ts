import { createChineseDaysCalendar } from '../calendar/chinese-days-calendar.ts'
import { createGetDueDay } from '../use-cases/find-due-day.ts'
import type { UseCases } from '../use-cases/use-cases.ts'

/** The due day alone: without store, search and flowcharts, so that the command answers at once. */
export function composeDueDays(): Pick<UseCases, 'getDueDay'> {
  return { getDueDay: createGetDueDay(createChineseDaysCalendar()) }
}
