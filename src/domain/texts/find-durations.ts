import type { Duration } from '../../schema/types.ts'
import { hasUnclearDay, readDuration } from '../durations.ts'

/** A length of time in running text. */
export interface WrittenDuration {
  /** As written, without the bracket behind it. */
  text: string
  /** Place of its first and after its last sign. */
  start: number
  end: number
  duration: Duration
  /** 日 or 天 without a word on working or calendar days. */
  isUnclear: boolean
}

const digits = '[0-9０-９]{1,4}'
const numerals = '[零〇一二两三四五六七八九十百]{1,6}'
const units = '(?:个?工作日|个?自然日|日历日|个月|小时|年|日|天)'
const anyUnit = /[\d０-９零〇一二两三四五六七八九十百]\s*(?:个|工作|自然|日|小时|年|天)/
const bracket = '(?:\\s*[（(](?:工作日|自然日|日历日|不?含(?:法定)?节假日)[）)])?'
/** Not 5 of 3月5日, not 10 of 3至10日, not 2015年, not 第二十日. */
const form = new RegExp(
  `(?<![0-9０-９.．月第零〇一二两三四五六七八九十百千几数某年至到~～—-])(${digits}|${numerals})\\s*(${units})(${bracket})`,
  'g',
)

/** Every length of time that a text writes in one form only; dates, ordinals and ranges (三至五日) are none. */
export function findDurations(text: string): WrittenDuration[] {
  // Most texts name no length of time; a look for its unit is cheaper than the search.
  if (!anyUnit.test(text)) return []
  return [...text.matchAll(form)].flatMap((match) => {
    const [whole, amount = '', unit = '', kind = ''] = match
    const found = readCertain(`${amount}${unit}${kind}`)
    if (found === undefined || isCalendarYear(found)) return []
    const end = match.index + whole.length
    const written = whole.slice(0, whole.length - kind.length)
    return [
      { text: written, start: match.index, end, duration: found, isUnclear: hasUnclearDay(`${amount}${unit}${kind}`) },
    ]
  })
}

function readCertain(text: string): Duration | undefined {
  try {
    return readDuration(text) ?? undefined
  } catch {
    return undefined
  }
}

/** 2015年 names a year, it does not last that long. */
function isCalendarYear(duration: Duration): boolean {
  return duration.unit === 'year' && duration.amount >= 1000
}
