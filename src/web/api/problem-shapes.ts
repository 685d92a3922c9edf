import { count, listOf, text } from './json-shapes.ts'

/** One thing wrong with an input. */
export const violation = {
  type: 'object',
  required: ['pointer', 'rule', 'message'],
  properties: { pointer: text, rule: text, message: text, file: text, line: count, column: count },
  additionalProperties: false,
}

/** The members of every problem (RFC 9457). */
export const problem = {
  type: text,
  title: text,
  status: { type: 'integer', minimum: 400, maximum: 599 },
  detail: text,
  violations: listOf(violation),
}
