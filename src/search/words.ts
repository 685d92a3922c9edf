/** Longest query that is looked at, in words and in characters of a word; what is beyond is ignored, so that a search stays quick. */
const maximumWords = 12
const maximumWordLength = 40

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const runs = /\p{Script=Han}+|[\p{L}\p{N}]+/gu
const han = /^\p{Script=Han}/u

/** Words that say that somebody wants something, not what: they are left out of a query that has others. */
const fillers =
  /我要|我想|想要|怎么办理|怎样办理|怎么办|怎么|如何|怎样|需要什么|需要|什么|哪里|在哪|去哪儿?|[吗呢?？]/gu

/** One form for every way of typing the same: NFKC (full-width forms), small letters. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Runs of Chinese characters, and runs of letters and digits, of a normalised text. */
export function splitRuns(text: string): string[] {
  // A Chinese character is a letter as well, so that a mixed run is cut between the scripts.
  return (text.match(runs) ?? []).flatMap((run) => run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
}

export function isHan(run: string): boolean {
  return han.test(run)
}

/** Pairs of neighbouring characters; a run of one character stands for itself. */
export function bigramsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** Words of a run of Chinese, by the dictionary of the platform. */
export function segment(run: string): string[] {
  return [...segmenter.segment(run)].map(({ segment: word }) => word)
}

/** What an item is found by: pairs of characters, and for the short fields longer words too. A single character is found as the beginning of a pair. */
export function indexTokens(text: string, withWords: boolean): string[] {
  const tokens = new Set<string>()
  for (const run of splitRuns(normalise(text))) {
    if (!isHan(run)) tokens.add(run)
    else {
      for (const pair of bigramsOf(run)) tokens.add(pair)
      if (withWords) for (const word of segment(run)) if (word.length > 2) tokens.add(word)
    }
  }
  return [...tokens]
}

/** The words of a query: what stands between spaces and punctuation, cut where Chinese meets letters. */
export function queryWords(query: string): string[] {
  const limited = normalise(query.slice(0, maximumWords * maximumWordLength))
  const bare = splitRuns(limited.replace(fillers, ' '))
  const words = bare.length > 0 ? bare : splitRuns(limited)
  return [...new Set(words.map((word) => word.slice(0, maximumWordLength)))].slice(0, maximumWords)
}
