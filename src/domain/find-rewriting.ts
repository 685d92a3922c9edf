import type { AdjustmentDecision } from '../schema/types.ts'
import { isSameDocument } from './same-document.ts'

/** What a published decision says; its stage, day of revocation, consultations and provenance may still be added to. */
const binding = [
  'title',
  'documentNumber',
  'issuer',
  'publishedOn',
  'effectiveOn',
  'declared',
  'inTransit',
  'actions',
] as const satisfies readonly (keyof AdjustmentDecision)[]

/** Fields in which a decision differs from what it was when it was first published; empty: it was not, or says the same. `states`: oldest first. */
export function findRewriting(states: readonly AdjustmentDecision[]): string[] {
  const published = states.find(({ stage }) => stage === 'published')
  const now = states.at(-1)
  if (published === undefined || now === undefined) return []
  return binding.filter((field) => !isSameDocument(published[field], now[field]))
}
