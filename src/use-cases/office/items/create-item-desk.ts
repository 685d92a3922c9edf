import type { CataloguePorts } from '../catalogue-ports.ts'
import { createAssignTheme } from './assign-theme.ts'
import { createGetOfficeItem } from './get-office-item.ts'
import { createListOfficeItems } from './list-office-items.ts'
import { createListWaitingRequests, createRequestReviews } from './request-reviews.ts'
import { createSaveItemFacts } from './save-item-facts.ts'

export type { OfficeItem } from './get-office-item.ts'
export type { OfficeItemList, OfficeItemQuery, OfficeItemRow } from './list-office-items.ts'
export type { WaitingRequest } from './request-reviews.ts'

/** What the office does with the list of items. */
export function createItemDesk(ports: CataloguePorts) {
  return {
    listOfficeItems: createListOfficeItems(ports),
    getOfficeItem: createGetOfficeItem(ports),
    saveItemFacts: createSaveItemFacts(ports),
    assignTheme: createAssignTheme(ports),
    requestReviews: createRequestReviews(ports),
    listWaitingRequests: createListWaitingRequests(ports),
  }
}
