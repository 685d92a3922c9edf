import type { RuleContext } from '../domain/rules/rule.ts'
import { createRuleContext } from '../domain/rules/rule-context.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'
import type { Day } from '../schema/types.ts'
import type { Catalogue } from './current-catalogue.ts'
import { bodyOn } from './day-view.ts'

/** What the rules know of a catalogue on a day; without one, today with the rules of the policy's profile. @throws CatalogError `empty-catalogue`. */
export type GetRuleContext = (catalogue: Catalogue, asOf?: Day) => RuleContext

/** Keeps the last context laid out, as long as catalogue and day are the same. */
export function createGetRuleContext(today: () => Day, calendar: HolidayCalendar): GetRuleContext {
  let last: { catalogue: Catalogue; today: Day; asOf: Day | undefined; context: RuleContext } | undefined
  return (catalogue, asOf) => {
    const now = today()
    if (last?.catalogue === catalogue && last.today === now && last.asOf === asOf) return last.context
    const context = layOut(catalogue, { today: now, asOf, calendar })
    last = { catalogue, today: now, asOf, context }
    return context
  }
}

interface Question {
  today: Day
  asOf: Day | undefined
  calendar: HolidayCalendar
}

function layOut(catalogue: Catalogue, { today, asOf, calendar }: Question): RuleContext {
  const view = catalogue.on(asOf ?? today)
  const items = [...catalogue.items.keys()].map(view.find).filter((item) => item !== undefined)
  return createRuleContext({
    policy: catalogue.policy(),
    today,
    asOf,
    agencies: catalogue.agencies.values(),
    regions: catalogue.regions,
    laws: catalogue.laws,
    items: items.map((item) => ({ item: bodyOn(item), state: item.standing.state, since: item.standing.since })),
    decisions: [...catalogue.decisions.values()].map(({ body }) => body),
    decisionContext: catalogue.decisionContext(),
    arrangements: () => calendar.arrangements(),
  })
}
