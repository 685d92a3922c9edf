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
