import type { Duration } from '../../schema/types.ts'
import { sentenceAt, withChineseSigns } from './clauses.ts'
import { findDurations, type WrittenDuration } from './find-durations.ts'

/** A limit that a text states for the whole handling of an item. */
export interface StatedLimit {
  /** Which limit it says it is; `either`: it only says that the item is done or decided within. */
  which: 'statutory' | 'promised' | 'either'
  written: string
  start: number
  end: number
  duration: Duration
  /** 日 without a word on working or calendar days. */
  isUnclear: boolean
}

/** 法定时限20个工作日, 承诺办结时限为自受理之日起6个工作日, 承诺在6个工作日内. */
const before =
  /(?:(法定|承诺)的?(?:办结|办理|审批|审查|许可)*(?:时限|期限|时间)(?:[（(][^（）()]{0,8}[）)])?(?:[为是：:]|均为)?|(承诺)(?:[为是：:]|在)?)\s*(?:自?(?:正式)?受理(?:申请)?(?:之日)?(?:起|后),?，?)?(?:在|不超过|最长)?\s*$/
/** 20个工作日内办结, 十五日内作出准予许可的决定. */
const after = /^(?:[以之]?内)?(?:办结|办理完毕|作出[^，,。；]{0,14}决定|完成审批)/
/** Words of somebody else who decides: the sentence is not about this item's own time. */
const others =
  /(?:国务院|国家|省|自治区|上级|上一级|县级?|区级?|乡镇|复议|人民法院|仲裁|公安|消防|其他)[^，。；]{0,12}(?:局|厅|委|部|机关|部门|政府|法院|机构|委员会)/

/** Limits of the whole handling as a text states them. What speaks of another body, of 受理, of extending or of delivery is left out. */
export function findLimits(text: string): StatedLimit[] {
  const plain = withChineseSigns(text)
  return findDurations(plain).flatMap((written) => limitAt(plain, written) ?? [])
}

function limitAt(
  text: string,
  { text: written, start, end, duration, isUnclear }: WrittenDuration,
): StatedLimit | undefined {
  const lead = text.slice(Math.max(0, start - 40), start)
  const [, named, plain] = (/法定|承诺/.test(lead) ? before.exec(lead) : null) ?? []
  const which = (named ?? plain) === undefined ? undefined : named === '法定' ? 'statutory' : 'promised'
  if (which !== undefined) return { which, written, start, end, duration, isUnclear }
  const tail = after.exec(text.slice(end, end + 24))?.[0]
  if (tail === undefined || /受理|延长|送达|听证/.test(tail)) return undefined
  const sentence = sentenceAt(text, start)
  if (others.test(sentence) || /延长|补正|听证|专家|复议|诉讼/.test(sentence)) return undefined
  return { which: 'either', written, start, end, duration, isUnclear }
}
