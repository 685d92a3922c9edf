import type { Step } from '../schema/types.ts'
import { readDuration } from './durations.ts'

type Phase = NonNullable<Step['phase']>
type Outcome = NonNullable<Step['outcome']>
type Special = NonNullable<Step['specialProcedure']>

const phases: readonly (readonly [Phase, RegExp])[] = [
  ['acceptance', /受理|收件|接件|收文|登记收|接收申请|提交申请|申报材料|窗口接/],
  ['examination', /审查|审核|核查|初审|复审|复核|勘[验察查]|查验|评审|审定|踏勘|检验|检测|考核/],
  ['decision', /决定|审批|批准|核准|准予|准许|签发|许可|予以登记|是否同意|会签|签批/],
  ['delivery', /送达|发证|颁证|颁发|领取|领证|取件|取得|送交申请人|发放|邮寄|通知申请人|告知结果|办结|出件/],
]

/** The phases that the words of a step speak of; often more than one: 受理审查. */
export function phasesIn(words: string): Phase[] {
  return phases.flatMap(([phase, form]) => (form.test(words) ? [phase] : []))
}

const refusal =
  /不予(?!受理|计|收|公开)[\u4e00-\u9fff]{2}|不准予|不准许|不予以|不通过|未通过|不同意|不批准|未批准|不符合(?:许可|审批|准予)?条件|不合格|驳回|否决|退件/

/** How words say that a case ends. */
export function outcomeIn(words: string): Outcome | null {
  if (/不予受理|不受理/.test(words)) return 'not-accepted'
  if (isRefusal(words)) return 'refused'
  if (/转报|上报|报送?(?:上级|省)/.test(words)) return 'relayed'
  if (/撤回|撤销申请/.test(words)) return 'withdrawn'
  return /准予|发证|颁发|领取|取得|送达|领证/.test(words) ? 'granted' : null
}

/** 不予许可, 不同意, 驳回 … : words of refusing, not of not accepting. */
export function isRefusal(words: string): boolean {
  return refusal.test(words)
}

/** 一次性告知, 补正 … : the applicant learns what is missing, or brings it. */
export function isCorrection(words: string): boolean {
  return /一次性?(?:书面)?告知|补[正齐交全]|补充(?:申请|申报|相关)?(?:材料|资料)|补充完善|材料退回|退回(?:补|修)/.test(
    words,
  )
}

/** Work that the applicant has to do over before the case goes on: bounded by what was found, unlike a circle in the office. */
export function isRework(words: string): boolean {
  return isCorrection(words) || /整改|修改|更正|完善/.test(words)
}

/** Words by which a step is the last, whatever its outline. */
export function isEnding(words: string): boolean {
  return /结束|办结|终止|终结|不予|归档|存档|退件/.test(words) || outcomeIn(words) !== null
}

/** The step is outside the time limit, or the words say how it stands to it. */
export function speaksOfCounting(words: string): boolean {
  return /不计|计入|不占用|不包括在|不在[^，。；]{0,6}时限/.test(words)
}

const begun = '^(?:组织|委托|进行|开展|实施|依法|公开)*(?:送[检样]?)?'
/** 检测 and 拍卖 may be what the item is about: they are the step only where its name begins with them. */
const specials: readonly (readonly [Special, RegExp])[] = [
  ['hearing', /听证(?!权|告知|通知)/],
  ['expert-review', /专家(?:评审|论证|审查|评估|评议|组)|评审会/],
  ['site-inspection', /(?:现场|实地)(?:核查|勘[验察查]|检查|查验|踏勘|审核|核实|验收)/],
  ['publicity', new RegExp(`${begun}公示(?!牌|栏)`)],
  ['tender', new RegExp(`${begun}招标(?!方案|文件|代理|人|公告)`)],
  ['auction', new RegExp(`${begun}拍卖(?!人|师|企业|行)`)],
  ['testing', new RegExp(`${begun}(?:检验)?检测(?!报告|机构|设备|方案|结果|站|仪|人员|能力|单位|资质)`)],
  ['inspection', new RegExp(`${begun}检验(?!检测|报告|机构|设备|方案|结果|单|人员|能力|资质|合格)`)],
  ['quarantine', new RegExp(`${begun}检疫(?!证|合格|站|机构|员)`)],
  ['appraisal', new RegExp(`${begun}鉴定(?!报告|书|机构|结论|人|意见|所)`)],
]

/** The special procedure that the name of a step is, without doubt: 专家评审, but not 审查专家评审报告. */
export function findSpecialIn(name: string): Special | undefined {
  if (/报告|申请书|方案$|证明$|意见$|^(?:审查|审核|核对|提交|受理|制作)/.test(name)) return undefined
  return specials.find(([, form]) => form.test(name))?.[0]
}

/** What the name of a step alone says without doubt. */
export const certainByName: readonly Special[] = ['hearing', 'expert-review', 'site-inspection']

/** The time of a step as a label gives it: on a line of its own or in brackets at the end. `null`: none, or unclear. */
export function limitIn(lines: readonly string[]): Step['limit'] {
  const given = [...lines.slice(1), ...lines.flatMap((line) => /[（(]([^（）()]+)[）)]$/.exec(line)?.[1] ?? [])]
  const read = given.flatMap((text) => readLimit(text) ?? [])
  return read.length === 1 ? (read[0] ?? null) : null
}

function readLimit(text: string): Step['limit'] {
  if (speaksOfCounting(text)) return null
  try {
    return readDuration(
      text.replace(/^[（(]|[）)]$/g, '').replace(/^(?:限|时限|办理时限|期限|用时|承诺)[为是：:]?/, ''),
    )
  } catch {
    return null
  }
}
