import { NotFoundError } from '../../domain/catalog-error.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'
import type { Answer } from './decision-routes.ts'
import { readQuery } from './read-query.ts'

/** /items/{code}/editions: what was ever published of a guide. */
export function addEditionRoutes(get: (path: string, answer: Answer) => void, useCases: UseCases): void {
  get('/items/:code/editions', async (req) => {
    readQuery(req.query, {})
    const { code } = await useCases.getItem(String(req.params.code))
    const editions = await useCases.listPublicEditions(code)
    return { data: editions.map(({ content: _, ...edition }) => edition) }
  })
  get('/items/:code/editions/:number', async (req) => {
    readQuery(req.query, {})
    const { code } = await useCases.getItem(String(req.params.code))
    const number = String(req.params.number)
    if (!/^[1-9]\d{0,8}$/.test(number)) throw new NotFoundError('edition', number.slice(0, 40))
    return useCases.getPublicEdition(code, Number(number))
  })
}
