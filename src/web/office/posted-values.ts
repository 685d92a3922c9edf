import type { Request } from 'express'
import type { FormValues } from '../../../views/office/form-values.ts'

/** Everything that a form has posted, but for the key of the session. */
export function postedValues(req: Request): FormValues {
  const body: unknown = req.body
  if (typeof body !== 'object' || body === null) return new Map()
  return new Map(
    Object.entries(body)
      .filter(([name]) => name !== '_key')
      .map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]),
  )
}

/** The revision that a form was filled in on; NaN: it names none, and no document has that. */
export function postedRevision(values: FormValues): number {
  const text = values.get('revision')?.[0] ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}
