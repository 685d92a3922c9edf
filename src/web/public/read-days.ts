import type { AskedSpan } from '../../../views/parts/span-form.tsx'
import { InputRefusedError } from '../../domain/catalog-error.ts'
import type { Day } from '../../schema/types.ts'
import { day } from '../api/read-query.ts'

type Query = Readonly<Record<string, unknown>>

/** What is wrong with a text as a day, as a sentence; `undefined`: it is one. */
export function findDayFault(text: string): string | undefined {
  return day(text)
}

/**
 * The day whose catalogue is asked for; `null`: today's, which is what an absent or empty parameter means.
 *
 * @throws InputRefusedError when it is no day.
 */
export function readAsOf(query: Query, today: Day): Day | null {
  const text = textOf(query.asOf)
  if (text === '' || text === today) return null
  const fault = findDayFault(text)
  if (fault === undefined) return text
  throw new InputRefusedError([{ pointer: 'asOf', rule: 'invalid-date', message: `要看哪一天的目录：${fault}` }])
}

/** The day asked for, as pages (`null`: today) and as use cases take it. @throws InputRefusedError when it is no day. */
export function dayAskedFor(query: Query, today: Day): { day: Day | null; asked: { asOf?: Day } } {
  const day = readAsOf(query, today)
  return { day, asked: day === null ? {} : { asOf: day } }
}

/** Two days of a form; a missing one is taken from `usual`. Faults are told, not thrown, so that the form can show them. */
export function readSpan(query: Query, usual: { from: Day; to: Day }): AskedSpan {
  const from = textOf(query.from) || usual.from
  const to = textOf(query.to) || usual.to
  const faults: { from?: string; to?: string } = {}
  const [fromFault, toFault] = [findDayFault(from), findDayFault(to)]
  if (fromFault !== undefined) faults.from = fromFault
  if (toFault !== undefined) faults.to = toFault
  else if (fromFault === undefined && from > to) faults.to = '后一个日期要和前一个相同，或在它之后。'
  return { from, to, faults }
}

/** Whether both days can be answered. */
export function isSound({ faults }: AskedSpan): boolean {
  return Object.keys(faults).length === 0
}

/** A parameter as one text; given twice it is no text, and a day of it is refused. */
function textOf(value: unknown): string {
  return value === undefined ? '' : String(value).trim().slice(0, 40)
}
