import type { Finding } from '../../../domain/finding.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { ApprovalItem } from '../../../schema/types.ts'
import { nameAgency } from '../../answer-names.ts'
import { storedItem } from '../../get-item.ts'
import type { HistoryEntry, ItemDetail, LifeEntry } from '../../use-cases.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { createListEditions, type EditionSummary } from '../read-editions.ts'
import { themesOf } from './list-office-items.ts'
import { createListWaitingRequests, type WaitingRequest } from './request-reviews.ts'

/** An item with everything that the office knows of it. */
export interface OfficeItem {
  /** As it is today. */
  item: ItemDetail
  /** As stored: what the form of the list facts begins with. */
  stored: ApprovalItem
  /** Newest first. */
  editions: EditionSummary[]
  requests: WaitingRequest[]
  findings: Finding[]
  life: LifeEntry[]
  history: HistoryEntry[]
  /** What the fields of the list facts can name. */
  names: {
    items: { code: string; name: string }[]
    agencies: { code: string; name: string }[]
    laws: string[]
    themes: string[]
  }
}

/** @throws NotFoundError; CatalogError `not-allowed`. */
export function createGetOfficeItem(ports: CataloguePorts) {
  const { useCases, currentCatalogue } = ports
  const listEditions = createListEditions(ports)
  const listRequests = createListWaitingRequests(ports)
  return async (actor: Actor, code: string): Promise<OfficeItem> => {
    const item = await useCases.getItem(code)
    refuseUnlessAllowed(actor, 'item.view', { agency: item.agency })
    const catalogue = await currentCatalogue()
    const [editions, requests, findings, life, history] = await Promise.all([
      listEditions(actor, { item: code }),
      listRequests(actor, { item: code }),
      useCases.findFindings(code),
      useCases.getLife(code),
      useCases.getHistory(code),
    ])
    return {
      item,
      stored: storedItem(catalogue, code).body,
      editions: editions.reverse(),
      requests,
      findings,
      life,
      history,
      names: {
        items: [...catalogue.items.values()].map(({ id, body: { name } }) => ({ code: id, name })),
        agencies: [...catalogue.agencies.keys()].map((agency) => ({
          code: agency,
          name: nameAgency(catalogue, agency),
        })),
        laws: catalogue.laws.map(({ title }) => title),
        themes: themesOf(catalogue),
      },
    }
  }
}
