import type { Office } from '../../use-cases/office/create-office.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { decisionRoutes } from './decisions/decision-routes.ts'
import { deskRoutes } from './desk/desk-routes.ts'
import { itemListRoutes } from './items/item-list-routes.ts'
import { itemRoutes } from './items/item-routes.ts'
import type { OfficeRoute } from './office-route.ts'

/** What the office does with the catalogue as a whole: its items, decisions, and promises. */
export function catalogueRoutes(office: Office, useCases: UseCases): OfficeRoute[] {
  return [
    ...itemListRoutes(office),
    ...itemRoutes(office),
    ...decisionRoutes(office, useCases),
    ...deskRoutes(office, useCases),
  ]
}
