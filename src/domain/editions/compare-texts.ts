import { diffArrays } from 'diff'

/** A stretch of a text that stands in both, only in the later, or only in the earlier. */
export interface TextPart {
  text: string
  kind: 'same' | 'added' | 'removed'
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** So many words may differ before the texts count as two different ones: beyond it the search takes seconds and shows nothing. */
const MOST_DIFFERING = 1000

/**
 * What differs between two texts, word by word, in reading order.
 *
 * The parts that are not added make up `before` sign by sign, those that are not removed `after`; blanks count.
 */
export function compareTexts(before: string, after: string): TextPart[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_DIFFERING })
  if (parts === undefined) return wholeTexts(before, after)
  return parts.map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment)
}

function wholeTexts(before: string, after: string): TextPart[] {
  return [
    { text: before, kind: 'removed' },
    { text: after, kind: 'added' },
  ]
}
