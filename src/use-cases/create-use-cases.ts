import type { CatalogStore } from '../ports/catalog-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { FlowchartReader } from '../ports/flowchart-reader.ts'
import type { FlowchartRenderer } from '../ports/flowchart-renderer.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'
import type { BuildItemSearch } from '../ports/item-search.ts'
import { createAskStore } from './ask-store.ts'
import { createCheckCatalogue, createCheckDraft, createCheckPosted, createFindFindings } from './check-items.ts'
import { type CurrentCatalogue, createCurrentCatalogue } from './current-catalogue.ts'
import { createGetDueDay, createGetItemDue } from './find-due-day.ts'
import { createGetDecision } from './get-decision.ts'
import { createGetDirectory } from './get-directory.ts'
import { createDrawFlowchart, createGetFlowchart, createListCodes, createRenderFlowchart } from './get-flowchart.ts'
import { createGetGuide } from './get-guide.ts'
import { createGetHistory } from './get-history.ts'
import { createGetItem, createGetItemUnlessGone } from './get-item.ts'
import { createGetLaw, createListLaws } from './get-law.ts'
import { createGetDifference, createGetLedger, createGetState } from './get-ledger.ts'
import { createGetLife } from './get-life.ts'
import { createGetOverview } from './get-overview.ts'
import { createGetAgency, createListAgencies } from './list-agencies.ts'
import { createListDecisions } from './list-decisions.ts'
import { createListItems } from './list-items.ts'
import { createMeasureCatalogue, createMeasureCompression } from './measure-compression.ts'
import { createPublicEditions } from './office/public-editions.ts'
import { createWithCharts } from './read-charts.ts'
import { createReportFindings } from './report-findings.ts'
import { createGetRuleContext } from './rule-context.ts'
import { createSuggest } from './suggest.ts'
import type { UseCases } from './use-cases.ts'

export interface UseCasePorts {
  store: CatalogStore
  clock: Clock
  calendar: HolidayCalendar
  renderer: FlowchartRenderer
  reader: FlowchartReader
  buildItemSearch: BuildItemSearch
  /** The copy of the catalogue that answers are made of, where others use it too; absent: one of its own. */
  currentCatalogue?: CurrentCatalogue
}

/** Everything that can be asked of the application, over its ports. */
export function createUseCases(ports: UseCasePorts): UseCases {
  const { store, clock, calendar, renderer, reader, buildItemSearch } = ports
  const today = () => clock.today()
  const askStore = createAskStore(store)
  const currentCatalogue = ports.currentCatalogue ?? createCurrentCatalogue(store, buildItemSearch, askStore)
  const measureCatalogue = createMeasureCatalogue()
  const ruleSources = { ruleContext: createGetRuleContext(today, calendar), withCharts: createWithCharts(reader) }
  const checkCatalogue = createCheckCatalogue(store, currentCatalogue, ruleSources)
  const flowchartPorts = { store, askStore, renderer, currentCatalogue, today }
  const renderFlowchart = createRenderFlowchart(flowchartPorts)
  return {
    catalogueRevision: () => store.catalogueRevision(),
    servedRevision: async () => (await currentCatalogue()).revision,
    today,
    overview: createGetOverview(currentCatalogue, { measureCatalogue, today }),
    listItems: createListItems(currentCatalogue, today),
    suggest: createSuggest(currentCatalogue, today),
    getItem: createGetItem(currentCatalogue, today),
    getItemUnlessGone: createGetItemUnlessGone(currentCatalogue, today),
    getGuide: createGetGuide(currentCatalogue, today),
    getHistory: createGetHistory(store, askStore, currentCatalogue),
    getLife: createGetLife(currentCatalogue),
    findFindings: createFindFindings(currentCatalogue, ruleSources),
    checkCatalogue,
    reportFindings: createReportFindings(currentCatalogue, { checkCatalogue, today }),
    checkPosted: createCheckPosted(currentCatalogue, ruleSources),
    checkDraft: createCheckDraft(currentCatalogue, ruleSources),
    getFlowchart: createGetFlowchart(flowchartPorts),
    renderFlowchart,
    drawFlowchart: createDrawFlowchart(flowchartPorts, renderFlowchart),
    listCodes: createListCodes(currentCatalogue),
    getItemDue: createGetItemDue(calendar, currentCatalogue),
    getDueDay: createGetDueDay(calendar),
    listAgencies: createListAgencies(currentCatalogue, today),
    getAgency: createGetAgency(currentCatalogue, today),
    listLaws: createListLaws(currentCatalogue, today),
    getLaw: createGetLaw(currentCatalogue, today),
    measureCompression: createMeasureCompression(currentCatalogue, { measureCatalogue, today }),
    listDecisions: createListDecisions(currentCatalogue),
    getDecision: createGetDecision(currentCatalogue, today),
    getLedger: createGetLedger(currentCatalogue, today),
    getDirectory: createGetDirectory(currentCatalogue, today),
    getState: createGetState(currentCatalogue, today),
    getDifference: createGetDifference(currentCatalogue),
    ...createPublicEditions(store, askStore),
  }
}
