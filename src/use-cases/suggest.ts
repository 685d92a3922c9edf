import { isInCatalogue } from '../domain/decisions/standing.ts'
import type { Day } from '../schema/types.ts'
import type { CurrentCatalogue } from './current-catalogue.ts'

/** Longest list of completions. */
const maximumSuggestions = 8

/** Names of today that complete what was typed, of items that are in the catalogue today; best first. */
export function createSuggest(currentCatalogue: CurrentCatalogue, today: () => Day) {
  return async (words: string): Promise<{ text: string; code: string }[]> => {
    const catalogue = await currentCatalogue()
    const view = catalogue.on(today())
    const search = await catalogue.search()
    const suggestions = await search.suggest(words, catalogue.items.size)
    return suggestions
      .map(({ code }) => view.find(code)?.standing)
      .filter((standing) => standing !== undefined && isInCatalogue(standing))
      .slice(0, maximumSuggestions)
      .flatMap((standing) => (standing === undefined ? [] : [{ text: standing.name, code: standing.code }]))
  }
}
