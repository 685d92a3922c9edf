import { InputRefusedError, NotFoundError } from '../../../domain/catalog-error.ts'
import { type Actor, refuseUnlessAllowed } from '../../../domain/office/rights.ts'
import type { CataloguePorts } from '../catalogue-ports.ts'
import { itemChange } from '../publish-edition.ts'
import { themesOf } from './list-office-items.ts'

/**
 * Gives items one more theme, all or none, and answers how many have it that had it not.
 *
 * @throws NotFoundError; InputRefusedError; CatalogError `not-allowed`, `stale-revision`.
 */
export function createAssignTheme({ store, currentCatalogue, writeRecorded }: CataloguePorts) {
  return async (actor: Actor, { items, theme }: { items: readonly string[]; theme: string }): Promise<number> => {
    refuseUnlessAllowed(actor, 'item.write')
    const violations = []
    if (items.length === 0) violations.push({ pointer: '/items', rule: 'minItems', message: '请先勾选事项。' })
    if (!themesOf(await currentCatalogue()).includes(theme)) {
      violations.push({
        pointer: '/theme',
        rule: 'enum',
        message: theme === '' ? '请选主题。' : `没有主题“${theme}”。`,
      })
    }
    if (violations.length > 0) throw new InputRefusedError(violations)
    const deeds = []
    const changes = []
    for (const code of new Set(items)) {
      const item = await store.find('item', code)
      if (item === undefined) throw new NotFoundError('item', code)
      if (item.body.themes.includes(theme)) continue
      const body = { ...item.body, themes: [...item.body.themes, theme] }
      deeds.push({ action: 'item.write', subject: `item/${code}`, before: item.body, after: body, facts: { theme } })
      changes.push(await itemChange(store, item, body))
    }
    if (changes.length > 0) await writeRecorded({ by: actor, deeds, catalogue: { changes } })
    return changes.length
  }
}
