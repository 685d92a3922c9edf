import type { CatalogStore } from '../ports/catalog-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { FlowchartRenderer } from '../ports/flowchart-renderer.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'
import type { BuildItemSearch } from '../ports/item-search.ts'
import { createCheckCatalogue, createCheckPosted, createFindFindings } from './check-items.ts'
import { createCurrentCatalogue } from './current-catalogue.ts'
import { createGetDueDay, createGetItemDue } from './find-due-day.ts'
import { createGetFlowchart, createRenderFlowchart } from './get-flowchart.ts'
import { createGetGuide } from './get-guide.ts'
import { createGetHistory } from './get-history.ts'
import { createGetItem } from './get-item.ts'
import { createGetOverview } from './get-overview.ts'
import { createGetAgency, createListAgencies } from './list-agencies.ts'
import { createListItems } from './list-items.ts'
import { createMeasureCatalogue, createMeasureCompression } from './measure-compression.ts'
import { createGetRuleContext } from './rule-context.ts'
import type { UseCases } from './use-cases.ts'

/** Longest list of completions. */
const maximumSuggestions = 8

export interface UseCasePorts {
  store: CatalogStore
  clock: Clock
  calendar: HolidayCalendar
  renderer: FlowchartRenderer
  buildItemSearch: BuildItemSearch
}

/** Everything that can be asked of the application, over its ports. */
export function createUseCases({ store, clock, calendar, renderer, buildItemSearch }: UseCasePorts): UseCases {
  const today = () => clock.today()
  const currentCatalogue = createCurrentCatalogue(store, buildItemSearch)
  const measureCatalogue = createMeasureCatalogue(today)
  const ruleContext = createGetRuleContext(today)
  const flowchartPorts = { store, renderer, currentCatalogue }
  return {
    catalogueRevision: () => store.catalogueRevision(),
    today,
    overview: createGetOverview(currentCatalogue, measureCatalogue),
    listItems: createListItems(store, currentCatalogue, today),
    suggest: async (words) => (await (await currentCatalogue()).search()).suggest(words, maximumSuggestions),
    getItem: createGetItem(currentCatalogue),
    getGuide: createGetGuide(currentCatalogue),
    getHistory: createGetHistory(store),
    findFindings: createFindFindings(currentCatalogue, ruleContext),
    checkCatalogue: createCheckCatalogue(currentCatalogue, ruleContext),
    checkPosted: createCheckPosted(currentCatalogue, ruleContext),
    getFlowchart: createGetFlowchart(flowchartPorts),
    renderFlowchart: createRenderFlowchart(flowchartPorts),
    getItemDue: createGetItemDue(calendar, currentCatalogue),
    getDueDay: createGetDueDay(calendar),
    listAgencies: createListAgencies(currentCatalogue),
    getAgency: createGetAgency(currentCatalogue),
    listLaws: async () => (await currentCatalogue()).laws,
    measureCompression: createMeasureCompression(currentCatalogue, measureCatalogue),
  }
}
