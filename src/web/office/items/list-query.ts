import type { OfficeItemQuery } from '../../../use-cases/office/items/create-item-desk.ts'
import { readListQuery } from '../../public/list-query.ts'

const only = { draft: ['open', 'none'], guide: ['missing'], findings: ['errors'] } as const

/** How many items a page of the office lists. */
const pageSize = 50

/** The parameters of the list: those of the public list, and what only the office asks. Others, and values that nobody knows, are ignored. */
export function readOfficeListQuery(query: Readonly<Record<string, unknown>>): OfficeItemQuery {
  const read = <Name extends keyof typeof only>(name: Name) => {
    const values: readonly string[] = only[name]
    return values.includes(String(query[name])) ? { [name]: query[name] } : {}
  }
  return { ...readListQuery(query), pageSize, ...read('draft'), ...read('guide'), ...read('findings') }
}
