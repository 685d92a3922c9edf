import type { ApprovalItem, Duration, OptionalDuration } from '../../schema/types.ts'
import { readDuration, writeDuration } from '../durations.ts'
import { clauseAt } from '../texts/clauses.ts'
import { findDurations } from '../texts/find-durations.ts'
import { findLimits } from '../texts/find-limits.ts'
import { dayTexts, limitTexts, type PlacedText, stepNames } from './item-texts.ts'
import type { Breach, ItemRule } from './rule.ts'

/** What is written about limits in running text. */
export const textRules: readonly ItemRule[] = [
  {
    id: 'TIM-21',
    subject: 'item',
    severity: 'warning',
    reads: [
      '/statutoryTimeLimit',
      '/promisedTimeLimit',
      '/extension',
      '/specialProcedures',
      '/guide',
      '/procedure',
      '/mermaid',
    ],
    basis: null,
    message: '正文写“{written}”，与时限字段“{field}”不一致。',
    mend: '核对哪一个是对的，使正文与时限字段一致。',
    quick: true,
    check: (item) => [...limitTexts(item).flatMap((text) => checkLimits(item, text)), ...checkStepNames(item)],
  },
  {
    id: 'TIM-22',
    subject: 'item',
    severity: 'warning',
    reads: ['/statutoryTimeLimitNote', '/specialProcedures', '/guide', '/procedure', '/mermaid'],
    basis: '行政许可法第八十二条',
    message: '时限用语“{written}”不明确：请写明工作日或自然日。',
    mend: '把“{written}”写成工作日或自然日。',
    quick: true,
    // One finding for each text, with the first place: the mending is the same for all of them.
    check: (item) =>
      dayTexts(item).flatMap(({ path, text }) => {
        const written = findUnclearLimit(text)
        return written === undefined ? [] : [{ path, facts: { written } }]
      }),
  },
]

/** A sentence that does not say which limit it means may name any length that the item has. */
function checkLimits(item: ApprovalItem, { path, text }: PlacedText): Breach[] {
  return findLimits(text).flatMap(({ which, written, duration, isUnclear }) => {
    const field = which === 'statutory' ? item.statutoryTimeLimit : (item.promisedTimeLimit ?? item.statutoryTimeLimit)
    const allowed = which === 'either' ? knownLengths(item) : [which === 'promised' ? item.promisedTimeLimit : field]
    if (allowed.some((limit) => isSame(duration, limit) || (isUnclear && isSameNumber(duration, limit)))) return []
    return [{ path, facts: { written, field: writeDuration(which === 'promised' ? item.promisedTimeLimit : field) } }]
  })
}

/** 审查（5个工作日） at a step that takes four. */
function checkStepNames(item: ApprovalItem): Breach[] {
  return stepNames(item).flatMap(({ path, text, limit }) => {
    const written = /[（(](?:限|时限)?[:：]?([^（）()]+)[）)]$/.exec(text)?.[1]
    const duration = written === undefined ? undefined : findCertain(written)
    if (duration === undefined || limit === null || isSame(duration, limit)) return []
    return [{ path, facts: { written: written ?? '', field: writeDuration(limit) } }]
  })
}

/** The limits themselves, the extension alone or added to them, special procedures and steps. */
function knownLengths(item: ApprovalItem): OptionalDuration[] {
  const { extension, statutoryTimeLimit, promisedTimeLimit } = item
  const whole = [statutoryTimeLimit, promisedTimeLimit]
  const more: OptionalDuration = extension === null ? null : { amount: extension.amount, unit: extension.unit }
  return [
    ...whole,
    more,
    ...whole.map((limit) => addDurations(limit, more)),
    ...item.specialProcedures.map(({ limit }) => limit),
    ...(item.procedure?.steps ?? []).map(({ limit }) => limit),
  ]
}

function addDurations(a: OptionalDuration, b: OptionalDuration): OptionalDuration {
  if (a === null || b === null || a.unit === 'instant' || b.unit === 'instant' || a.unit !== b.unit) return null
  return { amount: a.amount + b.amount, unit: a.unit }
}

/** What cannot be read is not compared. */
function findCertain(text: string): Duration | undefined {
  try {
    return readDuration(text) ?? undefined
  } catch {
    return undefined
  }
}

function isSame(a: Duration, b: OptionalDuration): boolean {
  return b !== null && a.unit === b.unit && a.amount === b.amount
}

/** 20日 for twenty working days says the same by 行政许可法 第八十二条; that it is unclear says TIM-22. */
function isSameNumber(a: Duration, b: OptionalDuration): boolean {
  return b !== null && b.unit === 'working-day' && a.amount === b.amount
}

/** Whose period it is, the law says: reconsideration, lawsuit, validity, and what runs before some day. */
const settledElsewhere = /复议|诉讼|起诉|有效期|届满|期满|保质期|试用期|公告期|利息|缓刑/

/** 20日内, 十五天之内, 期限为30日: a limit in days that are neither working days nor calendar days. */
function findUnclearLimit(text: string): string | undefined {
  return findDurations(text).find(({ isUnclear, start, end }) => {
    if (!isUnclear) return false
    const isLimit =
      /^[以之]?内/.test(text.slice(end, end + 2)) ||
      /[时期]限[为是：:]?$/.test(text.slice(Math.max(0, start - 3), start))
    return isLimit && !settledElsewhere.test(clauseAt(text, start))
  })?.text
}
