import { breachIf, type DecisionRule } from './rule.ts'

/** Working days within which a government publishes what it decided, and a city takes over what was handed down. */
const longest = 20

/** What waits too long: a power that nobody took over, a decision that nobody published. */
export const lateRules: readonly DecisionRule[] = [
  {
    id: 'ADJ-08',
    subject: 'decision',
    severity: 'warning',
    reads: ['/stage', '/actions'],
    basis: null,
    message: '上级{on}已下放“{item}”，20个工作日后本级尚未承接。',
    mend: '尽快审议承接的决定，明确承接部门、时限和指南。',
    quick: false,
    // A power stands still from the superior's paper until the decision that takes it over is adopted.
    check: ({ stage, actions }, { day, addWorkingDays, catalogue }) => {
      if (stage !== 'draft' && stage !== 'consulting') return []
      return actions.flatMap((row, index) => {
        if (row.action !== 'undertake' || row.superiorOn === null) return []
        const facts = { on: row.superiorOn, item: catalogue.items.get(row.item)?.name ?? row.item }
        return breachIf(addWorkingDays(row.superiorOn, longest) < day, `/actions/${index}`, facts)
      })
    },
  },
  {
    id: 'ADJ-22',
    subject: 'decision',
    severity: 'warning',
    reads: ['/adoptedOn', '/publishedOn'],
    basis: '政府信息公开条例',
    message: '决定{adoptedOn}审议通过，{fault}。',
    mend: '政府信息应当自形成之日起20个工作日内公开：尽快公布，填写公布日期。',
    quick: false,
    check: ({ stage, adoptedOn, publishedOn }, { day, addWorkingDays }) => {
      if (adoptedOn === null || (stage !== 'adopted' && stage !== 'published')) return []
      const due = addWorkingDays(adoptedOn, longest)
      const fault = publishedOn === null ? '超过20个工作日未公布' : `${publishedOn}才公布，超过20个工作日`
      return breachIf((publishedOn ?? day) > due, '/publishedOn', { adoptedOn, fault })
    },
  },
]
