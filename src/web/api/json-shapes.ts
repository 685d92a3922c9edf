import { type Json, refTo } from './embedded-schemas.ts'

export const text: Json = { type: 'string' }
export const textOrNull: Json = { type: ['string', 'null'] }
export const count: Json = { type: 'integer', minimum: 0 }
export const days: Json = { type: 'number', minimum: 0 }
export const yes: Json = { type: 'boolean' }
export const ratio: Json = { type: ['number', 'null'], minimum: 0 }
export const [day, limit, itemCode, agencyCode] = ['day', 'optionalDuration', 'itemCode', 'agencyCode'].map(refTo) as [
  Json,
  Json,
  Json,
  Json,
]
export const orNull = (shape: Json): Json => ({ anyOf: [shape, { type: 'null' }] })
export const dayOrNull = orNull(day)
export const listOf = (items: Json): Json => ({ type: 'array', items })
export const oneOf = (...values: string[]): Json => ({ type: 'string', enum: values })
export const codeOf = (list: Readonly<Record<string, string>>): Json => oneOf(...Object.keys(list))
/** A record with exactly these fields. */
export const record = (properties: Record<string, Json>): Json => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
})
export const countsBy = (list: Readonly<Record<string, string>>): Json => ({
  type: 'object',
  propertyNames: codeOf(list),
  additionalProperties: count,
})
