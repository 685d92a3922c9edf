import MiniSearch from 'minisearch'
import type { ItemSearch, SearchableItem } from '../ports/item-search.ts'
import { boost, type Field, fieldText, shortFields } from './item-fields.ts'
import {
  type Names,
  nameBonusOf,
  namesOf,
  pinyinScoreIn,
  pinyinScoreInNames,
  type Syllables,
  syllablesIn,
} from './item-names.ts'
import { intersect, type Scores, unite } from './scores.ts'
import { bigramsOf, indexTokens, isHan, normalise, queryWords, segment } from './words.ts'

interface Entry {
  names: Names
  syllables: Syllables
}
interface Catalogue {
  entries: ReadonlyMap<string, Entry>
  index: MiniSearch<SearchableItem>
}

/**
 * Builds the search over the items of a catalogue in memory.
 *
 * Every word typed must match somewhere in an item. Where that finds nothing, items that match any part of the words are given, best
 * first, because an ordinary person's sentence rarely holds only the words of the catalogue.
 */
export async function buildMemorySearch(items: readonly SearchableItem[]): Promise<ItemSearch> {
  const index = await indexOf(items)
  const entries = new Map(items.map((item) => [item.code, { names: namesOf(item), syllables: syllablesIn(item) }]))
  return {
    find: async (words) => find({ entries, index }, words),
    suggest: async (words, limit) => suggest([...entries.values()], words, limit),
  }
}

/** Built a few items at a time, so that others are answered meanwhile. */
async function indexOf(items: readonly SearchableItem[]): Promise<MiniSearch<SearchableItem>> {
  const index = new MiniSearch<SearchableItem>({
    idField: 'code',
    fields: Object.keys(boost),
    // Only the fields above and the code are asked for.
    extractField: (item, field) => (field === 'code' ? item.code : fieldText(item, field as Field)),
    tokenize: (text, field) => indexTokens(text, field !== undefined && shortFields.has(field)),
    processTerm: (term) => term,
    searchOptions: { boost },
  })
  await index.addAllAsync(items, { chunkSize: 50 })
  return index
}

function find(catalogue: Catalogue, query: string): string[] {
  const words = queryWords(query)
  if (words.length === 0) return []
  const code = normalise(query).trim()
  if (catalogue.entries.has(code)) return [code]
  const strict = words.map((word) => scoreWord(catalogue, word, 'AND')).reduce(intersect)
  const scores = strict.size > 0 ? strict : words.map((word) => scoreWord(catalogue, word, 'OR')).reduce(unite)
  const whole = words.join('')
  for (const [found, score] of scores) {
    const entry = catalogue.entries.get(found)
    if (entry !== undefined) scores.set(found, score + nameBonusOf(entry.names, whole))
  }
  return [...scores].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([found]) => found)
}

/** Items in which a word is found. Chinese: all its pairs of characters (`AND`) or any of its dictionary words (`OR`). */
function scoreWord(catalogue: Catalogue, word: string, combineWith: 'AND' | 'OR'): Scores {
  const chinese = isHan(word)
  const tokens = chinese ? (combineWith === 'AND' ? bigramsOf(word) : segment(word)) : [word]
  const longer = tokens.filter((token) => token.length > 1)
  const terms = longer.length > 0 ? longer : tokens
  // A single character has no pair: it stands for every pair that it begins.
  const prefix = !chinese || word.length === 1
  const results = catalogue.index.search(word, { combineWith, tokenize: () => terms, prefix })
  const scores: Scores = new Map(results.map(({ id, score }) => [String(id), score]))
  if (!chinese) addPinyin(catalogue.entries, word, scores)
  return scores
}

function addPinyin(entries: ReadonlyMap<string, Entry>, word: string, scores: Scores): void {
  for (const [code, { syllables }] of entries) {
    const score = pinyinScoreIn(syllables, word)
    if (score > 0) scores.set(code, (scores.get(code) ?? 0) + score)
  }
}

function suggest(entries: readonly Entry[], typed: string, limit: number): { text: string; code: string }[] {
  const whole = queryWords(typed).join('')
  if (whole === '') return []
  const scored = entries.map(({ names, syllables }) => {
    const bonus = nameBonusOf(names, whole)
    const letters = bonus > 0 || isHan(whole) ? 0 : pinyinScoreInNames(syllables, whole)
    return { names, score: bonus + letters }
  })
  return bestSuggestions(scored, limit)
}

/** The best completions; of equally good ones the shorter name first, then by code. */
export function bestSuggestions(
  scored: readonly { names: Names; score: number }[],
  limit: number,
): { text: string; code: string }[] {
  return scored
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || a.names.name.length - b.names.name.length || (a.names.code < b.names.code ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ names: { text, code } }) => ({ text, code }))
}
