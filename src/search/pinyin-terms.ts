import type { SearchableItem } from '../ports/item-search.ts'
import type { WantedTerm } from '../ports/term-index.ts'
import { otherNameShare, otherTextShare, pinyinScore, syllablesIn } from './item-names.ts'
import { initialsOf, mostInitials } from './pinyin-initials.ts'

/** Signs before and behind pinyin, which no token has: initials, syllables as they are written, the end of a text. */
const [initialsMark, lettersMark, end] = ['~', '=', '$']
/** How many letters of a text are kept: more tell hardly any two items apart. */
const mostLetters = 16

/** Weights of what stands at the beginning of a text. */
const wholeWeights = new Set([1, otherNameShare, otherTextShare].map((share) => Math.round(pinyinScore.begins * share)))
/** The least weight of pinyin in a name or a former one. */
export const leastInNames = pinyinScore.inside * otherNameShare

/** For each syllable of an item the initials and the letters from there on; what they weigh is their score when they are found. */
export function pinyinTermsOf(item: SearchableItem): Map<string, number> {
  const weights = new Map<string, number>()
  const add = (syllables: readonly string[], share: number) => {
    for (const start of syllables.keys()) {
      const weight = Math.round((start === 0 ? pinyinScore.begins : pinyinScore.inside) * share)
      for (const term of termsFrom(syllables.slice(start))) weights.set(term, Math.max(weights.get(term) ?? 0, weight))
    }
  }
  const { name, otherNames, others } = syllablesIn(item)
  add(name, 1)
  for (const other of otherNames) add(other, otherNameShare)
  for (const other of others) add(other, otherTextShare)
  return weights
}

function termsFrom(syllables: readonly string[]): string[] {
  const initials = syllables.map(([first]) => first).join('') + end
  const letters = syllables.join('') + end
  return [initialsMark + initials.slice(0, mostInitials), lettersMark + letters.slice(0, mostLetters)]
}

/**
 * Typed letters as whole syllables or as initials: in the first group whatever begins so, in the second what ends there as well.
 *
 * `undefined`: there are more letters than are kept, so that what is found has to be compared.
 */
export function exactPinyinGroups(typed: string): WantedTerm[][] | undefined {
  if (typed.length >= mostLetters) return undefined
  const initials = typed.length < mostInitials ? [initialsMark + typed] : []
  // One letter finds the same in both.
  const texts = typed.length === 1 ? initials : [lettersMark + typed, ...initials]
  return [texts.map((text) => ({ text, isPrefix: true })), texts.map((text) => ({ text: text + end, isPrefix: false }))]
}

/** The score of what `exactPinyinGroups` found: a text that begins so and ends there is complete. */
export function exactPinyinScore([begins = 0, ends = 0]: readonly number[]): number {
  return ends === begins && wholeWeights.has(ends) ? begins * (pinyinScore.complete / pinyinScore.begins) : begins
}

/** Typed letters in every way they may be cut into syllables and initials; what is found has to be compared with the letters. */
export function mixedPinyinGroups(typed: string): WantedTerm[][] {
  const initials = initialsOf(typed).map((way) => ({ text: initialsMark + way, isPrefix: true }))
  if (typed.length < mostLetters) return [initials]
  return [[...initials, { text: lettersMark + typed.slice(0, mostLetters), isPrefix: true }]]
}
