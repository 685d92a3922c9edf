import Fraction from 'fraction.js'
import type { Conversion, Duration, OptionalDuration } from '../schema/types.ts'
import { CatalogError } from './catalog-error.ts'
import { findChineseNumber } from './chinese-numerals.ts'

type Unit = Duration['unit']
type CountedUnit = Exclude<Unit, 'instant'>

/** The schema's bound of an amount. */
const MAX_AMOUNT = 100_000

const instantForm =
  /^(?:(?:当场|即时|即|立即|现场)(?:受理|审批)?(?:办结|办理|办|办毕)(?:件)?|当场|即时|立等可取|随到随办|即到即办)$/
const absentForm =
  /^(?:无|没有|未规定|无规定|没有规定|未作规定|未设定|(?:法律|法律法规)未(?:作)?规定|无(?:法定)?(?:办理|办结)?(?:时限|期限)(?:规定|要求)?)$/
/** Words that say from when, or which limit it is, and change nothing about its length. */
const opening =
  /^(?:(?:法定|承诺)(?:办理|办结)?(?:时限|期限)(?:为|:)?)?(?:自?(?:正式)?(?:受理|收到|接到)(?:之日|(?:行政许可)?申请(?:材料)?(?:之日)?|(?:申请)?材料(?:之日)?)?(?:起|后),?)?(?:在|不超过)?/
const closing = /(?:以内|之内|内)?(?:办结|办理完毕|完成|作出决定|办理)?[。.]?$/
const form =
  /^(?<amount>\d{1,6}|[零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖十拾百佰千仟廿卅]+|半)(?<measure>[个個]?)(?<unit>工作日|工作天|自然日|自然天|日历日|日历天|日|天|月|年|小时)(?:\((?<kind>[^()]*)\))?$/

const units: Readonly<Record<string, CountedUnit>> = {
  工作日: 'working-day',
  工作天: 'working-day',
  自然日: 'calendar-day',
  自然天: 'calendar-day',
  日历日: 'calendar-day',
  日历天: 'calendar-day',
  日: 'calendar-day',
  天: 'calendar-day',
  月: 'month',
  年: 'year',
  小时: 'hour',
}
/** What stands in brackets after 日 and makes it clear. 行政许可法 第八十二条: 不含法定节假日 are working days. */
const dayKinds: Readonly<Record<string, 'working-day' | 'calendar-day'>> = {
  工作日: 'working-day',
  不含节假日: 'working-day',
  不含法定节假日: 'working-day',
  自然日: 'calendar-day',
  日历日: 'calendar-day',
  含节假日: 'calendar-day',
  含法定节假日: 'calendar-day',
}

interface Reading {
  duration: OptionalDuration
  hasUnclearDay: boolean
}

/**
 * Reads a time limit as officials write it: 20个工作日, 二十日, 自受理之日起3个月内, 当场办结, 无.
 *
 * `null`: the text says that there is no limit (无). 日 alone is a calendar day; `hasUnclearDay` tells that it was unclear.
 * @throws CatalogError `unreadable-duration` (fact: `text`) for everything that is not certain, the empty text among it.
 */
export function readDuration(text: string): OptionalDuration {
  const reading = findReading(text)
  if (reading === undefined) throw new CatalogError('unreadable-duration', { text })
  return reading.duration
}

/** Whether a readable limit says 日 or 天 without saying working day or calendar day (TIM-22). `false` for what cannot be read. */
export function hasUnclearDay(text: string): boolean {
  return findReading(text)?.hasUnclearDay ?? false
}

function findReading(text: string): Reading | undefined {
  const plain = toPlainForm(text)
  if (plain === undefined) return undefined
  if (absentForm.test(plain)) return { duration: null, hasUnclearDay: false }
  const core = plain.replace(opening, '')
  if (instantForm.test(core)) return { duration: { unit: 'instant' }, hasUnclearDay: false }
  return readCounted(core.replace(closing, '')) ?? readCounted(core)
}

/** Full-width letters and digits become narrow and spaces go; `undefined` when a space parts two digits. */
function toPlainForm(text: string): string | undefined {
  if (text.length > 200) return undefined
  const narrow = text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim()
  if (/\d\s+\d/.test(narrow)) return undefined
  return narrow.replace(/[\s\u200b]/g, '')
}

function readCounted(core: string): Reading | undefined {
  // (内) may stand before or after the bracket: 20日内（工作日）.
  const groups = form.exec(core.replace(/(?:以内|之内|内)\(/, '('))?.groups
  if (groups === undefined) return undefined
  const { amount = '', measure = '', unit: word = '', kind } = groups
  const unit = units[word]
  if (unit === undefined) return undefined
  if (amount === '半') return word === '年' && measure === '' ? counted(6, 'month', kind) : undefined
  // 20个日 and 1个年 are no Chinese; what was meant is open.
  if (measure !== '' && (word === '日' || word === '天' || word === '年')) return undefined
  const number = /^\d/.test(amount) ? Number(amount) : findChineseNumber(amount)
  if (number === undefined || number > MAX_AMOUNT) return undefined
  return word === '日' || word === '天' ? countedDays(number, kind) : counted(number, unit, kind)
}

function countedDays(amount: number, kind: string | undefined): Reading | undefined {
  if (kind === undefined) return { duration: { amount, unit: 'calendar-day' }, hasUnclearDay: true }
  const unit = dayKinds[kind]
  return unit === undefined ? undefined : { duration: { amount, unit }, hasUnclearDay: false }
}

/** A bracket may only repeat the unit: 20个工作日（自然日） contradicts itself. */
function counted(amount: number, unit: CountedUnit, kind: string | undefined): Reading | undefined {
  if (kind !== undefined && dayKinds[kind] !== unit) return undefined
  return { duration: { amount, unit }, hasUnclearDay: false }
}

const written: Readonly<Record<CountedUnit, string>> = {
  'working-day': '个工作日',
  'calendar-day': '日',
  month: '个月',
  year: '年',
  hour: '小时',
}

/** Writes a limit for readers, in a form that `readDuration` reads back: 20个工作日, 20日, 3个月, 1年, 8小时, 当场; `null` is 无. */
export function writeDuration(duration: OptionalDuration): string {
  if (duration === null) return '无'
  return duration.unit === 'instant' ? '当场' : `${duration.amount}${written[duration.unit]}`
}

/** The limit in working days as an exact fraction, by the policy's conversion. For comparison only, never for a due day. */
export function toWorkingDays(duration: Duration, conversion: Conversion): Fraction {
  if (duration.unit === 'instant') return new Fraction(0)
  return new Fraction(duration.amount).mul(workingDaysIn(duration.unit, conversion))
}

function workingDaysIn(unit: CountedUnit, conversion: Conversion): string {
  if (unit === 'working-day') return '1'
  return conversion[unit === 'calendar-day' ? 'calendarDay' : unit]
}

/** Below zero when `a` is shorter, zero when equal, above when longer; in the unit both share, otherwise in working days. */
export function compareDurations(a: Duration, b: Duration, conversion: Conversion): number {
  if (a.unit === 'instant' && b.unit === 'instant') return 0
  if (a.unit !== 'instant' && a.unit === b.unit) return a.amount - b.amount
  return toWorkingDays(a, conversion).compare(toWorkingDays(b, conversion))
}
