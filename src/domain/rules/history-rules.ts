import { compareDurations, writeDuration } from '../durations.ts'
import type { ItemRule } from './rule.ts'

/** How many limits in a row a promise must have outlived: two earlier ones and the present. */
const versions = 3

/** What only the earlier limits of an item tell. */
export const historyRules: readonly ItemRule[] = [
  {
    id: 'TIM-23',
    subject: 'item',
    severity: 'hint',
    reads: ['/formerLimits', '/statutoryTimeLimit', '/promisedTimeLimit'],
    basis: null,
    message: '法定时限已由{before}缩短为{statutory}，承诺时限一直是{promised}，未随之调整。',
    mend: '核对承诺时限能否随之缩短。',
    quick: true,
    check: ({ formerLimits, statutoryTimeLimit: statutory, promisedTimeLimit: promised }, { policy }) => {
      const former = formerLimits.slice(1 - versions)
      const first = former[0]?.statutory
      if (former.length < versions - 1 || !first || statutory === null || promised === null) return []
      const { conversion } = policy
      const isKept = former.every(
        (limits) => limits.promised !== null && compareDurations(limits.promised, promised, conversion) === 0,
      )
      if (!isKept || compareDurations(statutory, first, conversion) >= 0) return []
      const facts = {
        before: writeDuration(first),
        statutory: writeDuration(statutory),
        promised: writeDuration(promised),
      }
      return [{ path: '/promisedTimeLimit', facts }]
    },
  },
]
