import { CatalogError, type Violation } from '../../../domain/catalog-error.ts'
import { isBeyondStatute } from '../../../domain/compression-desk.ts'
import { readDuration, writeDuration } from '../../../domain/durations.ts'
import { sentenceFor } from '../../../domain/error-sentences.ts'
import { isSameDocument } from '../../../domain/same-document.ts'
import type { Duration, Policy } from '../../../schema/types.ts'

/** Promises by code of the item. */
export type PromisePlan = ReadonlyMap<string, Duration>

/** Promises by code of the item, as they were typed. */
export type TypedPromises = ReadonlyMap<string, string>

/** A plan as far as it can be read. */
export interface ReadPlan {
  /** What differs from what is promised. */
  plan: PromisePlan
  /** What cannot be promised, at `/promise/<code>`; that item keeps its promise. */
  violations: Violation[]
}

interface PromisedItem {
  code: string
  statutory: Duration
  promised: Duration
}

/** Reads what was typed for items; what was typed for others is left out. */
export function readPlan(items: readonly PromisedItem[], typed: TypedPromises, policy: Policy): ReadPlan {
  const plan = new Map<string, Duration>()
  const violations: Violation[] = []
  for (const item of items) {
    const text = typed.get(item.code)?.trim()
    if (text === undefined) continue
    const read = readPromise(text, item, policy)
    if (typeof read === 'string') {
      violations.push({ pointer: `/promise/${item.code}`, rule: 'promise', message: read })
    } else if (!isSameDocument(read, item.promised)) plan.set(item.code, read)
  }
  return { plan, violations }
}

/** The promise, or why it is none. */
function readPromise(text: string, { statutory }: PromisedItem, policy: Policy): Duration | string {
  try {
    const promised = text === '' ? null : readDuration(text)
    if (promised === null) return '承诺时限要写，例如“5个工作日”或“当场”。'
    if (!isBeyondStatute({ statutoryTimeLimit: statutory }, promised, policy)) return promised
    return `承诺“${text}”比法定的 ${writeDuration(statutory)} 还长。`
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    return sentenceFor(error)
  }
}
