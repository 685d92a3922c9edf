import type { Duration } from '../../schema/types.ts'
import { toWorkingDays, writeDuration } from '../durations.ts'
import { breachIf, type ItemRule } from './rule.ts'

/** 行政许可法 第四十四条: the paper within ten days after the decision, in working days (第八十二条). */
const longestDelivery = 10

/** Items decided on the spot, and the delivery of the result. */
export const caseTypeRules: readonly ItemRule[] = [
  {
    id: 'TIM-17',
    subject: 'item',
    severity: 'error',
    reads: ['/caseType', '/promisedTimeLimit'],
    basis: null,
    message: '即办件的承诺时限应为当场，现为{promised}。',
    mend: '把承诺时限改为当场，或者把办件类型改为承诺件。',
    quick: true,
    check: ({ caseType, promisedTimeLimit: promised }) => {
      if (caseType !== 'instant' || promised === null) return []
      return breachIf(!isOnTheSpot(promised), '/promisedTimeLimit', { promised: writeDuration(promised) })
    },
  },
  {
    id: 'TIM-18',
    subject: 'item',
    severity: 'error',
    reads: ['/caseType', '/promisedTimeLimit'],
    basis: null,
    message: '承诺时限为当场的应为即办件。',
    mend: '把办件类型改为即办件，或者填写实际的承诺时限。',
    quick: true,
    check: ({ caseType, promisedTimeLimit: promised }) =>
      breachIf(caseType === 'promised' && promised !== null && isOnTheSpot(promised), '/caseType'),
  },
  {
    id: 'TIM-19',
    subject: 'item',
    severity: 'warning',
    reads: ['/caseType', '/guide'],
    basis: null,
    message: '即办件的审查类型应为即审即办。',
    mend: '把审查类型改为即审即办，或者把办件类型改为承诺件。',
    quick: true,
    check: ({ caseType, guide }) =>
      breachIf(caseType === 'instant' && guide?.reviewType === 'review-then-approve', '/guide/reviewType'),
  },
  {
    id: 'TIM-20',
    subject: 'item',
    severity: 'warning',
    reads: ['/guide'],
    basis: '行政许可法第四十四条',
    message: '送达期限未填写或超过10个工作日。',
    mend: '填写作出决定后送达的期限，不超过10个工作日。',
    quick: true,
    // An item whose results are all 无 has nothing to deliver.
    check: ({ guide }, { policy }) => {
      if (guide === null || (guide.results.length > 0 && guide.results.every(({ kind }) => kind === 'none'))) return []
      const { within } = guide.delivery
      const isKept = within !== null && toWorkingDays(within, policy.conversion).compare(longestDelivery) <= 0
      return breachIf(!isKept, '/guide/delivery/within')
    },
  },
]

/** 当场, or a limit of nothing. */
function isOnTheSpot(limit: Duration): boolean {
  return limit.unit === 'instant' || limit.amount === 0
}
