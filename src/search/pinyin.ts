import { pinyin } from 'pinyin-pro'
import { isHan, normalise, splitRuns } from './words.ts'

/** Longest typed word that is read as pinyin. */
const longestPinyin = 40

/** A text as syllables without tones; runs of letters and digits stand for themselves. */
export function syllablesOf(text: string): string[] {
  return splitRuns(normalise(text)).flatMap((run) =>
    isHan(run)
      ? pinyin(run, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase())
      : [run],
  )
}

/** Where a typed word is found: at the beginning, or at a later syllable, and whether it covers the text to its end. */
export interface PinyinMatch {
  start: number
  complete: boolean
}

/**
 * Finds letters in syllables: whole syllables (`paishui`), initials (`psxk`), or both mixed (`paisxk`); the last syllable may be
 * unfinished. `undefined`: not there.
 */
export function findPinyin(syllables: readonly string[], typed: string): PinyinMatch | undefined {
  if (typed.length === 0 || typed.length > longestPinyin) return undefined
  for (let start = 0; start < syllables.length; start++) {
    const end = matchFrom(syllables, start, typed, 0)
    if (end !== undefined) return { start, complete: start === 0 && end === syllables.length }
  }
  return undefined
}

/** Index after the last syllable used, or `undefined`. */
function matchFrom(syllables: readonly string[], index: number, typed: string, position: number): number | undefined {
  if (position === typed.length) return index
  const syllable = syllables[index]
  if (syllable === undefined || syllable[0] !== typed[position]) return undefined
  if (syllable.startsWith(typed.slice(position))) return index + 1
  if (typed.startsWith(syllable, position)) {
    const end = matchFrom(syllables, index + 1, typed, position + syllable.length)
    if (end !== undefined) return end
  }
  const initial = /^[zcs]h/.test(syllable) && typed[position + 1] === 'h' ? 2 : 1
  return (
    matchFrom(syllables, index + 1, typed, position + initial) ??
    (initial === 2 ? matchFrom(syllables, index + 1, typed, position + 1) : undefined)
  )
}
