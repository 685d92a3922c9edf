import type { Day } from '../schema/types.ts'

/** The only source of the present. */
export interface Clock {
  /** The moment, RFC 3339 with the offset of Asia/Shanghai, whole seconds: `2026-11-24T09:00:00+08:00`. */
  now(): string
  /** The calendar day in Asia/Shanghai. */
  today(): Day
}
