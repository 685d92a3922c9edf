import type { ApprovalItem, Duration, LegalBasis, SpecialProcedure } from '../../src/schema/types.ts'
import type { SourceItem, SourceLimit } from './tables.ts'

export const licensingLaw = '行政许可法'
/** The articles cited of it, 第二十九条 and 第四十二条, read the same in this text as in that of 2003. */
export const licensingText = '2019-04-23'

const types: Record<string, ApprovalItem['type']> = {
  行政许可: 'licensing',
  '非行政许可审批（2014）': 'non-licensing-approval',
  行政确认: 'confirmation',
  备案: 'filing',
  其他行政权力: 'other-power',
  公共服务: 'public-service',
  其他办事服务事项: 'other-service',
  政府内部审批: 'internal-approval',
}

const units: Record<string, 'working-day' | 'calendar-day' | 'month' | 'hour'> = {
  工作日: 'working-day',
  日: 'calendar-day',
  个月: 'month',
  小时: 'hour',
}

const kinds: Record<string, SpecialProcedure['kind']> = {
  专家评审: 'expert-review',
  现场核查: 'site-inspection',
  检验检测: 'testing',
  听证: 'hearing',
  招标拍卖: 'auction',
  鉴定: 'appraisal',
  公示: 'publicity',
  征求意见: 'opinion-seeking',
  考试考核: 'assessment',
}

/** The fact of a table that has to know every word of the source. */
function known<Value>(table: Record<string, Value>, word: string): Value {
  const found = table[word]
  if (found === undefined) throw new Error(`the tables do not know ${word}`)
  return found
}

export const typeOf = ({ itemType }: SourceItem): ApprovalItem['type'] => known(types, itemType)
export const kindOf = (name: string): SpecialProcedure['kind'] => known(kinds, name)

/** The statutory limit in its own unit: 日 of other laws are calendar days, 工作日 working days. */
export function limitOf(limit: SourceLimit | null): Duration | null {
  return limit === null ? null : { amount: limit.value, unit: known(units, limit.unit) }
}

/** What sets the item, then what sets its limit. */
export function basesOf({ legalBasis, statutoryLimit }: SourceItem): LegalBasis[] {
  const set = legalBasis.map(
    ({ law, article, textVersion, verified }): LegalBasis => ({
      law,
      articles: article === null ? [] : [article],
      for: 'item',
      textVersion: textVersion ?? null,
      verified: verified === true,
    }),
  )
  if (statutoryLimit === null) return set
  const { law, article, textVersion, verified } = statutoryLimit
  return [
    ...set,
    {
      law,
      articles: article === null ? [] : [article],
      for: 'limit',
      textVersion: textVersion ?? (law === licensingLaw ? licensingText : null),
      verified: verified === true,
    },
  ]
}

/** Says why there is no limit, from which day it runs, and in which days it counts. */
export function limitNoteOf(source: SourceItem): string | null {
  const limit = source.statutoryLimit
  if (limit === null) return '法律、行政法规的条文里没有查到这个事项的专门期限，承诺时限由部门自行确定。'
  if (limit.kind === '一般期限') return '法律没有另外规定，适用行政许可法第四十二条的一般期限，自受理之日起计算。'
  const start = /受理/.test(limit.start) ? '自受理之日起计算。' : `起算的时点是：${limit.start}。`
  if (limit.unit !== '日') return start
  return `${start}法律原文写的是“日”，没有写明工作日，这里按自然日登记。`
}

/** Articles that give the special procedures their times. The time itself is illustrative. */
export function specialsOf(
  { specialProcedures }: SourceItem,
  counting: Partial<Record<SpecialProcedure['kind'], Duration>>,
): SpecialProcedure[] {
  const times: Partial<Record<SpecialProcedure['kind'], number>> = {
    'expert-review': 10,
    testing: 7,
    hearing: 20,
    auction: 30,
    appraisal: 15,
    'opinion-seeking': 10,
  }
  return specialProcedures.map(({ name, excludedFromLimit, basis }) => {
    const kind = kindOf(name)
    const counted = excludedFromLimit !== true
    const limit: Duration | null = counted
      ? (counting[kind] ?? null)
      : { amount: times[kind] ?? 10, unit: 'working-day' }
    const note = counted ? '在承诺时限以内进行，不停止计时。' : '所需时间由承办科室书面告知申请人。'
    return { kind, limit, counted, basis, note }
  })
}
