import type { ApprovalItem, Duration, OptionalDuration } from '../../schema/types.ts'
import { readDuration, writeDuration } from '../durations.ts'
import { dayTexts, limitTexts, type PlacedText } from './item-texts.ts'
import type { Breach, ItemRule } from './rule.ts'

const number = '(?:[0-9０-９]{1,4}|[零一二两三四五六七八九十百]{1,6})'
const length = `${number}\\s*(?:个工作日|工作日|个自然日|自然日|个月|小时|年|日|天)`
/** 法定时限20个工作日, 承诺办结时限为6个工作日. */
const namedLimit = new RegExp(`(法定|承诺)(?:办结|办理|审批)?(?:时限|期限)[为是：:\\s]*(?:不超过)?\\s*(${length})`, 'g')
/** 6个工作日内办结, 在20个工作日内作出决定. */
const decidedWithin = new RegExp(`(${number}\\s*个?工作日)[以之]?内?(?:办结|作出[^，。；]{0,10}决定)`, 'g')
/** 20日内, 十五天之内, 期限为30日; not 3月5日 and not 20个工作日. A unit in brackets after it makes it clear. */
const unclearDay = new RegExp(
  `(?:(?<![月0-9０-９零一二两三四五六七八九十百])${number}\\s*[日天](?=[以之]?内)|(?<=[时期]限(?:为|是)?)${number}\\s*[日天])(?!\\s*[（(](?:自然日|工作日))`,
  'g',
)

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
    check: (item) => limitTexts(item).flatMap((text) => [...checkNamed(item, text), ...checkDecided(item, text)]),
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
        const first = text.match(unclearDay)?.[0]
        return first === undefined ? [] : [{ path, facts: { written: first } }]
      }),
  },
]

function checkNamed(item: ApprovalItem, { path, text }: PlacedText): Breach[] {
  return [...text.matchAll(namedLimit)].flatMap(([, which = '', written = '']) => {
    const field = which === '法定' ? item.statutoryTimeLimit : item.promisedTimeLimit
    const duration = findDuration(written)
    if (duration === undefined || isSame(duration, field)) return []
    return [{ path, facts: { written, field: writeDuration(field) } }]
  })
}

/** A sentence that does not say which limit it means may name any length that the item has. */
function checkDecided(item: ApprovalItem, { path, text }: PlacedText): Breach[] {
  const known = knownLengths(item)
  return [...text.matchAll(decidedWithin)].flatMap(([, written = '']) => {
    const duration = findDuration(written)
    if (duration === undefined || known.some((limit) => isSame(duration, limit))) return []
    return [{ path, facts: { written, field: writeDuration(item.promisedTimeLimit ?? item.statutoryTimeLimit) } }]
  })
}

function knownLengths(item: ApprovalItem): OptionalDuration[] {
  const { extension, statutoryTimeLimit, promisedTimeLimit } = item
  return [
    statutoryTimeLimit,
    promisedTimeLimit,
    extension === null ? null : { amount: extension.amount, unit: extension.unit },
    ...item.specialProcedures.map(({ limit }) => limit),
    ...(item.procedure?.steps ?? []).map(({ limit }) => limit),
  ]
}

/** What cannot be read is not compared. */
function findDuration(text: string): Duration | undefined {
  try {
    return readDuration(text) ?? undefined
  } catch {
    return undefined
  }
}

function isSame(a: Duration, b: OptionalDuration): boolean {
  return b !== null && a.unit === b.unit && a.amount === b.amount
}
