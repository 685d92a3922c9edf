import type { CatalogueOnDay, Standing } from '../domain/decisions/chronicle.ts'
import type { AgencyOrder } from '../domain/item-index.ts'
import type { Stored } from '../ports/catalog-store.ts'
import type { ApprovalItem, Day } from '../schema/types.ts'

/** An item on a day: what is stored of it, and what the decisions in force made of it. */
export interface ItemOnDay {
  /** As stored. */
  body: ApprovalItem
  standing: Standing
}

/** The catalogue on one day. Nobody changes it. */
export interface DayView {
  day: Day
  /** By code, in the order of the codes. */
  standings: CatalogueOnDay
  /** In official order of the agencies of the day, then by code; an agency that is not in the order comes last. */
  items: readonly ItemOnDay[]
  find(code: string): ItemOnDay | undefined
}

/** Puts stored items and their standings of a day together. `items` come in the order of the codes. */
export function viewDay(
  day: Day,
  standings: CatalogueOnDay,
  { items, order }: { items: ReadonlyMap<string, Stored<'item'>>; order: AgencyOrder },
): DayView {
  const byAgency: ItemOnDay[][] = Array.from({ length: order.size + 1 }, () => [])
  for (const [code, { body }] of items) {
    const standing = standings.get(code)
    if (standing !== undefined) byAgency[order.get(standing.agency) ?? order.size]?.push({ body, standing })
  }
  return {
    day,
    standings,
    items: byAgency.flat(),
    find: (code) => {
      const [stored, standing] = [items.get(code), standings.get(code)]
      return stored === undefined || standing === undefined ? undefined : { body: stored.body, standing }
    },
  }
}

/** The item with its name, agency and type of the day; everything else is as stored. */
export function bodyOn({ body, standing: { name, agency, type } }: ItemOnDay): ApprovalItem {
  if (body.name === name && body.agency === agency && body.type === type) return body
  return { ...body, name, agency, type }
}
