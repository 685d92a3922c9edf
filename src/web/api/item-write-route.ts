import { CatalogError, InputRefusedError, type Violation } from '../../domain/catalog-error.ts'
import { itemFactFields } from '../../domain/office/item-facts.ts'
import { isSameDocument } from '../../domain/same-document.ts'
import type { Office } from '../../use-cases/office/create-office.ts'
import type { ItemDetail, UseCases } from '../../use-cases/use-cases.ts'
import { strongTag } from '../strong-tag.ts'
import { readIfMatch } from './if-match.ts'
import type { MachineRoute } from './machine-route.ts'
import { fieldsOf, missing } from './read-bodies.ts'
import { readQuery } from './read-query.ts'

/**
 * PUT /items/{code}: what the reform office keeps of an item by itself. A program puts back what GET answered, with other list facts, under the tag
 * that GET gave it.
 */
export function itemWriteRoute(office: Office, useCases: UseCases): MachineRoute {
  return {
    method: 'put',
    path: '/items/:code',
    action: 'item.write',
    async handle({ actor, param, req }, res) {
      readQuery(req.query, {})
      const seen = readIfMatch(req)
      const code = param('code')
      const item = await useCases.getItemUnlessGone(code, {})
      if (!seen.map((tag) => `"${tag}"`).includes(strongTag(JSON.stringify(item)))) {
        throw new CatalogError('stale-revision', { kind: 'item', id: code })
      }
      await office.saveItemFacts(actor, { code, revision: item.revision, facts: readFacts(req.body, item) })
      res.json(await useCases.getItemUnlessGone(code, {}))
    },
  }
}

/** Every list fact, and nothing else that is not as it is. @throws InputRefusedError */
function readFacts(body: unknown, item: ItemDetail): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(body)
  const facts: readonly string[] = itemFactFields
  const now = new Map<string, unknown>(Object.entries(item))
  const violations = facts.filter((name) => !Object.hasOwn(fields, name)).map(missing)
  for (const [name, value] of Object.entries(fields)) {
    if (!facts.includes(name) && !isSameDocument(value, now.get(name))) violations.push(fixed(name.slice(0, 60)))
  }
  if (violations.length > 0) throw new InputRefusedError(violations)
  return fields
}

function fixed(name: string): Violation {
  const message = `“${name}”不能这样改：名称、机构、类型和状态由调整决定改，办事指南由它的各版改，其余由系统填写。`
  return { pointer: `/${name}`, rule: 'read-only', message }
}
