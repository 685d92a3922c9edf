import type { ApprovalItem, Duration, OptionalDuration } from '../../schema/types.ts'
import { measureItem } from '../compression-scope.ts'
import { findLongestPromise, isPromiseMet } from '../compression-target.ts'
import { compareDurations, writeDuration } from '../durations.ts'
import { breachIf, type ItemRule, isBlank, type RuleContext } from './rule.ts'
import { profileStarts, standardsFrom } from './rule-profiles.ts'

const both = ['/statutoryTimeLimit', '/promisedTimeLimit'] as const

/** Both limits, their units, and the compression target. */
export const limitRules: readonly ItemRule[] = [
  {
    id: 'TIM-01',
    subject: 'item',
    severity: 'error',
    reads: ['/statutoryTimeLimit', '/statutoryTimeLimitNote'],
    basis: 'GB/T 39554.2-2020',
    basisFrom: standardsFrom,
    message: '未填写法定时限；法律没有规定时限的，请在法定时限说明中写明。',
    mend: '填写法定时限；法律没有规定的，在法定时限说明里写明没有规定。',
    quick: true,
    // Any note counts as the reason: it is there to say why no limit is set.
    check: (item) =>
      breachIf(item.statutoryTimeLimit === null && isBlank(item.statutoryTimeLimitNote), '/statutoryTimeLimit'),
  },
  {
    id: 'TIM-02',
    subject: 'item',
    severity: 'error',
    reads: ['/promisedTimeLimit'],
    basis: '国发〔2015〕6号',
    basisFrom: profileStarts['2015'],
    message: '未填写承诺时限。',
    mend: '填写承诺时限，不长于法定时限。',
    quick: true,
    check: (item) => breachIf(item.promisedTimeLimit === null, '/promisedTimeLimit'),
  },
  {
    id: 'TIM-03',
    subject: 'item',
    severity: 'error',
    reads: [...both, '/extension'],
    basis: 'GB/T 39554.2-2020',
    basisFrom: standardsFrom,
    message: '时限应为非负数并注明单位。',
    mend: '把数量改为不小于零的数，并选定工作日、日、月、年或小时。',
    quick: true,
    check: (item) =>
      (['statutoryTimeLimit', 'promisedTimeLimit', 'extension'] as const).flatMap((field) =>
        breachIf(!isCountable(item[field]), `/${field}`),
      ),
  },
  {
    id: 'TIM-04',
    subject: 'item',
    severity: 'error',
    reads: both,
    basis: '国发〔2015〕6号',
    basisFrom: profileStarts['2015'],
    message: '承诺时限{promised}大于法定时限{statutory}。',
    mend: '把承诺时限缩短到不超过{statutory}，或者核对法定时限。',
    quick: true,
    check: ({ statutoryTimeLimit: statutory, promisedTimeLimit: promised }, { policy }) => {
      if (statutory === null || promised === null) return []
      const isLonger = compareDurations(promised, statutory, policy.conversion) > 0
      return breachIf(isLonger, '/promisedTimeLimit', factsOf(statutory, promised))
    },
  },
  {
    id: 'TIM-05',
    subject: 'item',
    severity: 'error',
    reads: [...both, '/handlingRole', '/compressionException'],
    basis: null,
    message: '承诺时限未压缩到法定时限的{target}（应不超过{longest}）。',
    mend: '把承诺时限缩短到{longest}以内；确实做不到的，登记压缩例外，写明理由和批准人。',
    quick: true,
    check: checkTarget,
  },
  {
    id: 'TIM-06',
    subject: 'item',
    severity: 'hint',
    reads: ['/compressionException'],
    basis: null,
    message: '压缩例外：{reason}（{approvedBy}）。',
    mend: '核对例外的理由是否仍然成立，不成立的取消例外。',
    quick: true,
    check: ({ compressionException: exception }) =>
      exception === null ? [] : [{ path: '/compressionException', facts: { ...exception } }],
  },
  {
    id: 'TIM-07',
    subject: 'item',
    severity: 'warning',
    reads: both,
    basis: null,
    message: '法定时限（{statutory}）与承诺时限（{promised}）单位不同，比较结果仅供参考。',
    mend: '尽量按法定时限的单位承诺；法律写“日”的，核对它指工作日还是自然日。',
    quick: true,
    check: ({ statutoryTimeLimit: statutory, promisedTimeLimit: promised }) => {
      if (statutory === null || promised === null) return []
      const kinds = [calendarOf(statutory), calendarOf(promised)]
      const differ = kinds.includes('working') && kinds.includes('calendar')
      return breachIf(differ, '/promisedTimeLimit', factsOf(statutory, promised))
    },
  },
]

function isCountable(limit: ApprovalItem['extension'] | OptionalDuration): boolean {
  if (limit === null || limit.unit === 'instant') return true
  return Number.isFinite(limit.amount) && limit.amount >= 0 && Boolean(limit.unit)
}

/** The scope is that of the compression check: exceptions, relays and items without a limit are not held to the target. */
function checkTarget(item: ApprovalItem, { policy }: RuleContext) {
  const measured = measureItem(item, 'active', policy)
  if (typeof measured === 'string') return []
  const { statutory, promised } = measured
  const longest = findLongestPromise(statutory, promised, policy)
  const isMissed =
    !isPromiseMet(statutory, promised, policy) && compareDurations(promised, longest, policy.conversion) > 0
  const { numerator, denominator } = policy.compression
  return breachIf(isMissed, '/promisedTimeLimit', {
    target: `${numerator}/${denominator}`,
    longest: writeDuration(longest),
  })
}

/** Hours run on working days; 当场 has no calendar. */
function calendarOf({ unit }: Duration): 'working' | 'calendar' | 'none' {
  if (unit === 'instant') return 'none'
  return unit === 'working-day' || unit === 'hour' ? 'working' : 'calendar'
}

function factsOf(statutory: Duration, promised: Duration) {
  return { statutory: writeDuration(statutory), promised: writeDuration(promised) }
}
