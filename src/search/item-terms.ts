import type { SearchableItem } from '../ports/item-search.ts'
import type { WantedTerm, WeightedTerm } from '../ports/term-index.ts'
import { boost, type Field, fieldText, shortFields } from './item-fields.ts'
import { pinyinTermsOf } from './pinyin-terms.ts'
import { bigramsOf, indexTokens, isHan, segment } from './words.ts'

/** By which rules terms are made; a new number has every item written again. */
export const termRules = '1'

/** Weight of a term for each point of its field. */
const scale = 10

/** Everything by which an item is found: its tokens, each counted by all fields that it stands in, and its pinyin. */
export function termsOf(item: SearchableItem): WeightedTerm[] {
  const weights = pinyinTermsOf(item)
  // The keys of the table are its fields.
  for (const field of Object.keys(boost) as Field[]) {
    for (const token of indexTokens(fieldText(item, field), shortFields.has(field))) {
      weights.set(token, (weights.get(token) ?? 0) + boost[field] * scale)
    }
  }
  return [...weights].map(([text, weight]) => ({ text, weight }))
}

/** What an item must have for a word to be in it: every pair of its characters, or a token that begins so. */
export function groupsOf(word: string): WantedTerm[][] {
  if (!isHan(word) || [...word].length === 1) return [[{ text: word, isPrefix: true }]]
  return bigramsOf(word).map((text) => [{ text, isPrefix: false }])
}

/** What an item should have some of when nothing has all words: the dictionary words of a word. */
export function looseGroupsOf(word: string): WantedTerm[][] {
  const longer = isHan(word) ? segment(word).filter((part) => part.length > 1) : []
  return longer.length === 0 ? groupsOf(word) : longer.map((text) => [{ text, isPrefix: false }])
}
