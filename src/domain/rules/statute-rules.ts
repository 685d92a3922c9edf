import type { ApprovalItem, Duration, Policy } from '../../schema/types.ts'
import { toWorkingDays, writeDuration } from '../durations.ts'
import { explanatoryTexts } from './item-texts.ts'
import { type Breach, breachIf, type ItemRule, isBlank } from './rule.ts'

/** 行政许可法 第四十二条: one authority, twenty days, ten more; 第二十六条 and 第四十二条: several, forty-five, fifteen more. In working days. */
const general = { limit: 20, extension: 10 }
const joint = { limit: 45, extension: 15 }
/** 行政许可法 第四十三条: the lower authority that reviews first. */
const firstReview = 20

/** What the general laws on procedure say of limits. */
export const statuteRules: readonly ItemRule[] = [
  {
    id: 'TIM-08',
    subject: 'item',
    severity: 'warning',
    reads: ['/type', '/statutoryTimeLimit', '/legalBases', '/handlingRole', '/jointAgencies'],
    basis: '行政许可法第四十二条',
    message: '法定时限{statutory}超过20个工作日，但未注明特别规定。',
    mend: '在设定依据中补一条用途为“时限”的依据，或者改为20个工作日以内。',
    quick: true,
    // A special provision is a legal basis given for the limit. Joint handling has its own ceiling: TIM-09.
    check: (item, { policy }) =>
      item.type === 'licensing' && !isJoint(item) ? checkStatutory(item, general.limit, policy) : [],
  },
  {
    id: 'TIM-09',
    subject: 'item',
    severity: 'warning',
    reads: ['/statutoryTimeLimit', '/legalBases', '/handlingRole', '/jointAgencies'],
    basis: '行政许可法第二十六条、第四十二条',
    message: '联合办理时限{statutory}超过45个工作日，但未注明特别规定。',
    mend: '在设定依据中补一条用途为“时限”的依据，或者改为45个工作日以内。',
    quick: true,
    check: (item, { policy }) => (isJoint(item) ? checkStatutory(item, joint.limit, policy) : []),
  },
  {
    id: 'TIM-10',
    subject: 'item',
    severity: 'warning',
    reads: ['/statutoryTimeLimit', '/promisedTimeLimit', '/handlingRole', '/jointAgencies'],
    basis: '湖南省行政程序规定',
    message: '法律未规定时限的，应不超过20个工作日；现承诺{promised}。',
    mend: '把承诺时限改为20个工作日以内，或者补上规定了时限的依据。',
    quick: true,
    check: (item, { policy }) => {
      const { statutoryTimeLimit: statutory, promisedTimeLimit: promised } = item
      if (statutory !== null || promised === null || isJoint(item)) return []
      const facts = { promised: writeDuration(promised) }
      return breachIf(isLonger(promised, general.limit, policy), '/promisedTimeLimit', facts)
    },
  },
  {
    id: 'TIM-11',
    subject: 'item',
    severity: 'warning',
    reads: ['/handlingRole', '/statutoryTimeLimit', '/promisedTimeLimit'],
    basis: '行政许可法第四十三条',
    message: '下级初审{limit}，超过20个工作日。',
    mend: '把初审时限改为20个工作日以内；另有法律规定的，核对条款。',
    quick: true,
    // The statutory limit is held to it; where none is set, the promise. It warns even where a special law sets more: somebody should look.
    check: (item, { policy }) => {
      if (item.handlingRole !== 'first-review') return []
      const field = item.statutoryTimeLimit === null ? 'promisedTimeLimit' : 'statutoryTimeLimit'
      const limit = item[field]
      if (limit === null) return []
      return breachIf(isLonger(limit, firstReview, policy), `/${field}`, { limit: writeDuration(limit) })
    },
  },
  {
    id: 'TIM-12',
    subject: 'item',
    severity: 'error',
    reads: ['/extension', '/handlingRole', '/jointAgencies'],
    basis: '行政许可法第四十二条',
    message: '延长期限{extension}超过法定上限{ceiling}个工作日。',
    mend: '把延长期限改为{ceiling}个工作日以内；另有法律规定的，写明该法律。',
    quick: true,
    // Another law goes first (第四十二条): an extension that names another basis is not held to this ceiling.
    check: (item, { policy }) => {
      const { extension } = item
      if (extension === null || namesAnotherLaw(extension.basis)) return []
      const ceiling = isJoint(item) ? joint.extension : general.extension
      const { amount, unit } = extension
      const facts = { extension: writeDuration({ amount, unit }), ceiling }
      return breachIf(isLonger({ amount, unit }, ceiling, policy), '/extension', facts)
    },
  },
  {
    id: 'TIM-13',
    subject: 'item',
    severity: 'warning',
    reads: ['/extension', '/guide'],
    basis: '行政许可法第四十二条',
    message: '延长须经批准并告知理由：请写明批准人，并在指南中写明告知申请人。',
    mend: '填写批准延长的人，并在指南中写明延长的期限和理由会告知申请人。',
    quick: true,
    // The duty is written when one text speaks of both extending and telling.
    check: (item) => {
      if (item.extension === null) return []
      const isTold = explanatoryTexts(item).some(({ text }) => /延长/.test(text) && /告知|通知/.test(text))
      return breachIf(isBlank(item.extension.approvedBy) || !isTold, '/extension')
    },
  },
  {
    id: 'TIM-25',
    subject: 'item',
    severity: 'hint',
    reads: ['/type', '/statutoryTimeLimit', '/legalBases'],
    basis: '行政许可法第四十二条',
    message: '法定时限采用一般规定20个工作日。',
    mend: '另有法律规定时限的，在设定依据中注明；没有的不必改。',
    quick: true,
    check: (item) => {
      const { statutoryTimeLimit: limit } = item
      const isDefault = limit?.unit === 'working-day' && limit.amount === general.limit
      const isSpecial = limitBases(item).some(({ law }) => !isLicensingLaw(law))
      return breachIf(item.type === 'licensing' && isDefault && !isSpecial, '/statutoryTimeLimit')
    },
  },
]

function checkStatutory(item: ApprovalItem, ceiling: number, policy: Policy): Breach[] {
  const { statutoryTimeLimit: statutory } = item
  if (statutory === null || limitBases(item).length > 0) return []
  const facts = { statutory: writeDuration(statutory) }
  return breachIf(isLonger(statutory, ceiling, policy), '/statutoryTimeLimit', facts)
}

function isLonger(limit: Duration, workingDays: number, policy: Policy): boolean {
  return toWorkingDays(limit, policy.conversion).compare(workingDays) > 0
}

function isJoint(item: ApprovalItem): boolean {
  return item.handlingRole === 'joint' || item.jointAgencies.length > 0
}

function limitBases(item: ApprovalItem): ApprovalItem['legalBases'] {
  return item.legalBases.filter((basis) => basis.for === 'limit')
}

function isLicensingLaw(law: string): boolean {
  return /^(中华人民共和国)?行政许可法/.test(law.replace(/^《/, ''))
}

function namesAnotherLaw(basis: string | null): boolean {
  return basis !== null && basis.trim() !== '' && !isLicensingLaw(basis.trim())
}
