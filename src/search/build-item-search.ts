import MiniSearch from 'minisearch'
import type { BuildItemSearch, ItemSearch, SearchableItem } from '../ports/item-search.ts'
import { findPinyin, syllablesOf } from './pinyin.ts'
import { bigramsOf, indexTokens, isHan, normalise, queryWords, segment } from './words.ts'

type Scores = Map<string, number>

/** How much a field says about an item. */
const boost = { name: 10, aliases: 6, keywords: 4, agency: 3, materials: 1.5, text: 1 }
/** Fields short enough to be cut into words by dictionary as well. */
const shortFields = new Set(['name', 'aliases', 'keywords', 'agency'])
/** What a whole name, a name that begins so, and a name that has it inside add to the score; a former name counts a little less. */
const nameBonus = { whole: 1000, begins: 500, inside: 200 }
const otherNameShare = 0.8
/** A typed word found as pinyin in a name; in keywords and agencies a third. */
const pinyinScore = { complete: 400, begins: 200, inside: 100 }

interface Entry {
  code: string
  text: string
  name: string
  otherNames: string[]
  keywords: string[]
  /** Syllables of the name, of the former names, of everything else that is found by pinyin. */
  nameSyllables: string[]
  otherNameSyllables: string[][]
  otherSyllables: string[][]
}

/**
 * Builds the search over the items of a catalogue.
 *
 * Every word typed must match somewhere in an item. Where that finds nothing, items that match any part of the words are given, best
 * first, because an ordinary person's sentence rarely holds only the words of the catalogue.
 */
export const buildItemSearch: BuildItemSearch = async (items) => {
  const index = await indexOf(items)
  const entries = new Map(items.map((item) => [item.code, entryOf(item)]))
  return {
    find: (words) => find({ entries, index }, words),
    suggest: (words, limit) => suggest([...entries.values()], words, limit),
  } satisfies ItemSearch
}

interface Catalogue {
  entries: ReadonlyMap<string, Entry>
  index: MiniSearch<SearchableItem>
}

function entryOf(item: SearchableItem): Entry {
  return {
    code: item.code,
    text: item.name,
    name: normalise(item.name),
    otherNames: item.aliases.map(normalise),
    keywords: item.keywords.map(normalise),
    nameSyllables: syllablesOf(item.name),
    otherNameSyllables: item.aliases.map(syllablesOf),
    otherSyllables: [...item.keywords, ...item.agencyNames].map(cachedSyllables),
  }
}

/** Agencies and keywords come again and again. */
const syllableCache = new Map<string, string[]>()
function cachedSyllables(text: string): string[] {
  const known = syllableCache.get(text)
  if (known !== undefined) return known
  const syllables = syllablesOf(text)
  if (syllableCache.size > 20_000) syllableCache.clear()
  syllableCache.set(text, syllables)
  return syllables
}

/** Built a few items at a time, so that others are answered meanwhile. */
async function indexOf(items: readonly SearchableItem[]): Promise<MiniSearch<SearchableItem>> {
  const index = new MiniSearch<SearchableItem>({
    idField: 'code',
    fields: Object.keys(boost),
    extractField: (item, field) => fieldText(item, field),
    tokenize: (text, field) => indexTokens(text, field !== undefined && shortFields.has(field)),
    processTerm: (term) => term,
    searchOptions: { boost },
  })
  await index.addAllAsync(items, { chunkSize: 50 })
  return index
}

function fieldText(item: SearchableItem, field: string): string {
  if (field === 'code') return item.code
  if (field === 'name') return item.name
  if (field === 'agency') return item.agencyNames.join('\n')
  const list = field === 'aliases' || field === 'keywords' || field === 'materials' ? item[field] : item.text
  return list.join('\n')
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
    if (entry !== undefined) scores.set(found, score + bonusOf(entry, whole))
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
  for (const entry of entries.values()) {
    const score = Math.max(
      pinyinScoreOf(entry.nameSyllables, word),
      ...entry.otherNameSyllables.map((syllables) => pinyinScoreOf(syllables, word) * otherNameShare),
      ...entry.otherSyllables.map((syllables) => pinyinScoreOf(syllables, word) / 3),
    )
    if (score > 0) scores.set(entry.code, (scores.get(entry.code) ?? 0) + score)
  }
}

function pinyinScoreOf(syllables: readonly string[], word: string): number {
  const match = findPinyin(syllables, word)
  if (match === undefined) return 0
  if (match.complete) return pinyinScore.complete
  return match.start === 0 ? pinyinScore.begins : pinyinScore.inside
}

function bonusOf(entry: Entry, whole: string): number {
  const other = [...entry.otherNames, ...entry.keywords].map((name) => nameBonusOf(name, whole) * otherNameShare)
  return Math.max(nameBonusOf(entry.name, whole), ...other)
}

function nameBonusOf(name: string, whole: string): number {
  if (name === whole) return nameBonus.whole
  const position = name.indexOf(whole)
  if (position < 0) return 0
  return position === 0 ? nameBonus.begins : nameBonus.inside
}

function intersect(left: Scores, right: Scores): Scores {
  const both: Scores = new Map()
  for (const [code, score] of left) {
    const other = right.get(code)
    if (other !== undefined) both.set(code, score + other)
  }
  return both
}

function unite(left: Scores, right: Scores): Scores {
  const either = new Map(left)
  for (const [code, score] of right) either.set(code, (either.get(code) ?? 0) + score)
  return either
}

function suggest(entries: readonly Entry[], typed: string, limit: number): { text: string; code: string }[] {
  const words = queryWords(typed)
  const whole = words.join('')
  if (whole === '') return []
  const scored = entries.map((entry) => {
    const names = bonusOf(entry, whole)
    const letters = names > 0 || isHan(whole) ? 0 : suggestByPinyin(entry, whole)
    return { entry, score: names + letters }
  })
  return scored
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || a.entry.name.length - b.entry.name.length || (a.entry.code < b.entry.code ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ entry }) => ({ text: entry.text, code: entry.code }))
}

function suggestByPinyin(entry: Entry, whole: string): number {
  return Math.max(
    pinyinScoreOf(entry.nameSyllables, whole),
    ...entry.otherNameSyllables.map((syllables) => pinyinScoreOf(syllables, whole) * otherNameShare),
  )
}
