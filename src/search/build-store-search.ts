import type { ItemSearch, SearchableItem, SearchPlace } from '../ports/item-search.ts'
import type { TermIndex, TermMatch, WantedTerm } from '../ports/term-index.ts'
import { bestSuggestions } from './build-memory-search.ts'
import { type Names, nameBonusOf, namesOf, pinyinScoreIn, type Syllables, syllablesIn } from './item-names.ts'
import { groupsOf, looseGroupsOf } from './item-terms.ts'
import { keepTerms } from './keep-terms.ts'
import { exactPinyinGroups, exactPinyinScore, leastInNames, mixedPinyinGroups } from './pinyin-terms.ts'
import { intersect, type Scores, unite } from './scores.ts'
import { isHan, normalise, queryWords } from './words.ts'

type Named = Pick<SearchableItem, 'code' | 'name' | 'aliases' | 'keywords' | 'agencyNames'>

/** The most items whose pinyin is compared letter by letter; of more, which two letters may have, those with the best fields. */
const mostCompared = 1000

/**
 * Searches the items by the terms that the store keeps, which are brought to their revision first. In memory are the names alone.
 *
 * It finds what the search in memory finds, by the same words, names before all else. Beside that a word counts by the fields that hold it, and when no
 * item has all words, a rare word counts more than a common one.
 */
export async function buildStoreSearch(items: readonly SearchableItem[], place: SearchPlace): Promise<ItemSearch> {
  await keepTerms(items, place)
  const catalogue = new StoreCatalogue(items, place.terms)
  return { find: (words) => find(catalogue, words), suggest: (words, limit) => suggest(catalogue, words, limit) }
}

/** What is known of the items: names in memory, terms in the store. */
class StoreCatalogue {
  readonly items: ReadonlyMap<string, Named>
  readonly #terms: TermIndex
  readonly #names = new Map<string, Names>()

  constructor(items: readonly SearchableItem[], terms: TermIndex) {
    this.#terms = terms
    this.items = new Map(
      items.map(({ code, name, aliases, keywords, agencyNames }) => [
        code,
        { code, name, aliases, keywords, agencyNames },
      ]),
    )
  }

  /** The store may be further by now: what is not among the items is left out. */
  async match(groups: readonly (readonly WantedTerm[])[], mode: 'all' | 'any' = 'all'): Promise<TermMatch[]> {
    const matches = await this.#terms.match(groups, mode)
    return matches.filter(({ code }) => this.items.has(code))
  }

  /** @throws Error for a code that was not matched. */
  namesOf(code: string): Names {
    const names = this.#names.get(code) ?? namesOf(this.#item(code))
    this.#names.set(code, names)
    return names
  }

  syllablesOf(code: string): Syllables {
    return syllablesIn(this.#item(code))
  }

  #item(code: string): Named {
    const item = this.items.get(code)
    if (item === undefined) throw new Error(`no item ${code}`)
    return item
  }
}

async function find(catalogue: StoreCatalogue, query: string): Promise<string[]> {
  const words = queryWords(query)
  if (words.length === 0) return []
  const code = normalise(query).trim()
  if (catalogue.items.has(code)) return [code]
  const strict = await scoreAll(catalogue, words)
  const scores = strict.size > 0 ? strict : await scoreAny(catalogue, words)
  const whole = words.join('')
  return [...scores]
    .map(([found, score]) => {
      const names = catalogue.namesOf(found)
      return { found, score: score + nameBonusOf(names, whole), length: names.name.length }
    })
    .sort((a, b) => b.score - a.score || a.length - b.length || (a.found < b.found ? -1 : 1))
    .map(({ found }) => found)
}

/** Items that have every word. */
async function scoreAll(catalogue: StoreCatalogue, words: readonly string[]): Promise<Scores> {
  const chinese = words.filter(isHan)
  const scored = chinese.length === 0 ? [] : [await scoreChinese(catalogue, chinese)]
  for (const word of words) if (!isHan(word)) scored.push(await scoreLetters(catalogue, word))
  return scored.reduce(intersect)
}

/** All words are asked for together, so that the store need not tell who has one of them alone. A word counts by the mean of its pairs. */
async function scoreChinese(catalogue: StoreCatalogue, words: readonly string[]): Promise<Scores> {
  const groups = words.map(groupsOf)
  const share = groups.flatMap((pairs) => pairs.map(() => 1 / pairs.length))
  const matches = await catalogue.match(groups.flat())
  return new Map(
    matches.map(({ code, weights }) => [
      code,
      weights.reduce((sum, weight, place) => sum + weight * (share[place] ?? 0), 0),
    ]),
  )
}

/** Letters as they are written, and as pinyin. */
async function scoreLetters(catalogue: StoreCatalogue, word: string): Promise<Scores> {
  const written = await catalogue.match(groupsOf(word))
  const scores: Scores = new Map(written.map(({ code, weights: [weight = 0] }) => [code, weight]))
  return unite(scores, await scorePinyin(catalogue, word))
}

/** Letters as whole syllables or as initials; where nothing has them so, as both mixed. */
async function scorePinyin(catalogue: StoreCatalogue, letters: string): Promise<Scores> {
  const groups = exactPinyinGroups(letters)
  const exact = groups === undefined ? [] : await catalogue.match(groups, 'any')
  if (exact.length > 0) return new Map(exact.map(({ code, weights }) => [code, exactPinyinScore(weights)]))
  const candidates = await catalogue.match(mixedPinyinGroups(letters))
  const best = candidates.sort((a, b) => (b.weights[0] ?? 0) - (a.weights[0] ?? 0)).slice(0, mostCompared)
  const scored = best.map(({ code }) => [code, pinyinScoreIn(catalogue.syllablesOf(code), letters)] as const)
  return new Map(scored.filter(([, score]) => score > 0))
}

/** Items that have any part of the words. */
async function scoreAny(catalogue: StoreCatalogue, words: readonly string[]): Promise<Scores> {
  const groups = words.flatMap(looseGroupsOf)
  const matches = await catalogue.match(groups, 'any')
  const counts = groups.map((_, place) => matches.filter(({ weights }) => (weights[place] ?? 0) > 0).length)
  const rarity = counts.map((count) => Math.log(1 + catalogue.items.size / Math.max(1, count)))
  const scores: Scores = new Map(
    matches.map(({ code, weights }) => [
      code,
      weights.reduce((sum, weight, place) => sum + weight * (rarity[place] ?? 0), 0),
    ]),
  )
  const letters = words.filter((word) => !isHan(word))
  const pinyin = await Promise.all(letters.map((word) => scorePinyin(catalogue, word)))
  return pinyin.reduce(unite, scores)
}

async function suggest(catalogue: StoreCatalogue, typed: string, limit: number) {
  const words = queryWords(typed)
  const whole = words.join('')
  if (whole === '') return []
  const matches = await catalogue.match(words.flatMap(groupsOf))
  const scores: Scores = new Map(
    matches
      .map(({ code }) => [code, nameBonusOf(catalogue.namesOf(code), whole)] as const)
      .filter(([, bonus]) => bonus > 0),
  )
  const letters = isHan(whole) ? [] : await scorePinyin(catalogue, whole)
  for (const [code, score] of letters) if (!scores.has(code) && score >= leastInNames) scores.set(code, score)
  return bestSuggestions(
    [...scores].map(([code, score]) => ({ names: catalogue.namesOf(code), score })),
    limit,
  )
}
