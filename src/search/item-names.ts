import type { SearchableItem } from '../ports/item-search.ts'
import { findPinyin, syllablesOf } from './pinyin.ts'
import { normalise } from './words.ts'

/** What a whole name, a name that begins so, and a name that has it inside add to the score; a former name counts a little less. */
const nameBonus = { whole: 1000, begins: 500, inside: 200 }
export const otherNameShare = 0.8
/** A typed word found as pinyin in a name; in keywords and agencies a third. */
export const otherTextShare = 1 / 3
export const pinyinScore = { complete: 400, begins: 200, inside: 100 }

/** The names of an item in the form in which they are compared with what was typed. */
export interface Names {
  code: string
  /** The name as it is shown. */
  text: string
  name: string
  otherNames: string[]
  keywords: string[]
}

/** Syllables of the name, of the former names, of everything else that is found by pinyin. */
export interface Syllables {
  name: string[]
  otherNames: string[][]
  others: string[][]
}

type Named = Pick<SearchableItem, 'code' | 'name' | 'aliases' | 'keywords' | 'agencyNames'>

export function namesOf({ code, name, aliases, keywords }: Named): Names {
  return {
    code,
    text: name,
    name: normalise(name),
    otherNames: aliases.map(normalise),
    keywords: keywords.map(normalise),
  }
}

export function syllablesIn({ name, aliases, keywords, agencyNames }: Named): Syllables {
  return {
    name: syllablesOf(name),
    otherNames: aliases.map(syllablesOf),
    others: [...keywords, ...agencyNames].map(cachedSyllables),
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

/** What it adds that a name is, begins with or holds what was typed; 0: none does. */
export function nameBonusOf({ name, otherNames, keywords }: Names, whole: string): number {
  const other = [...otherNames, ...keywords].map((text) => bonusOf(text, whole) * otherNameShare)
  return Math.max(bonusOf(name, whole), ...other)
}

function bonusOf(name: string, whole: string): number {
  if (name === whole) return nameBonus.whole
  const position = name.indexOf(whole)
  if (position < 0) return 0
  return position === 0 ? nameBonus.begins : nameBonus.inside
}

/** How well typed letters fit as pinyin anywhere; 0: nowhere. */
export function pinyinScoreIn(syllables: Syllables, word: string): number {
  return Math.max(
    pinyinScoreInNames(syllables, word),
    ...syllables.others.map((other) => pinyinScoreOf(other, word) * otherTextShare),
  )
}

/** How well typed letters fit as pinyin of the name or a former one; 0: they do not. */
export function pinyinScoreInNames({ name, otherNames }: Omit<Syllables, 'others'>, word: string): number {
  return Math.max(pinyinScoreOf(name, word), ...otherNames.map((other) => pinyinScoreOf(other, word) * otherNameShare))
}

function pinyinScoreOf(syllables: readonly string[], word: string): number {
  const match = findPinyin(syllables, word)
  if (match === undefined) return 0
  if (match.complete) return pinyinScore.complete
  return match.start === 0 ? pinyinScore.begins : pinyinScore.inside
}
