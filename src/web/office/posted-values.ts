import type { Request } from 'express'
import { type FormValues, readPosted, textAt } from './form/form-values.ts'

/** Everything that a form has posted, but for the key of the session. */
export function postedValues(req: Request): FormValues {
  return new Map([...readPosted(req.body)].filter(([name]) => name !== '_key'))
}

/** The revision that a form was filled in on; NaN: it names none, and no document has that. */
export function postedRevision(values: FormValues): number {
  const text = textAt(values, 'revision')
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}
