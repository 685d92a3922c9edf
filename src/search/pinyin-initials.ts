/** How many initials of a text, and of what was typed, are looked at (the end of a text counts as one): more tell hardly any two items apart. */
export const mostInitials = 8
/** How many ways of cutting typed letters into syllables are followed. */
const mostWays = 64
const longestSyllable = 6

const initial = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])'
const final =
  '(?:iang|iong|uang|ang|eng|ong|iao|ian|ing|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|m|n|ng|o|u|v)'
const syllable = new RegExp(`^${initial}?${final}$`)

/**
 * The initials that typed letters may stand for, at most eight of them: `paisxk` is `psxk`, `shipin` is `sp`, but also `spn` (shi, pi, n…).
 *
 * Whole syllables and initials may be mixed, and the last syllable may be unfinished. More ways are given than make sense; what they find has to be
 * compared with the letters.
 */
export function initialsOf(typed: string): string[] {
  const ways = new Set<string>()
  follow(typed, '', ways)
  return [...ways].filter((way) => ![...ways].some((other) => other !== way && way.startsWith(other)))
}

/** Adds every way to read what is left of the letters behind the initials so far; the longest syllables first. */
function follow(rest: string, initials: string, ways: Set<string>): void {
  if (ways.size >= mostWays) return
  if (rest === '' || initials.length === mostInitials) {
    ways.add(initials)
    return
  }
  const longer = initials + rest[0]
  if (isUnfinished(rest)) ways.add(longer)
  for (let length = Math.min(longestSyllable, rest.length); length > 0; length -= 1) {
    if (mayStandForSyllable(rest.slice(0, length))) follow(rest.slice(length), longer, ways)
  }
}

/** Whether a syllable may begin so. */
function isUnfinished(rest: string): boolean {
  return rest.length < longestSyllable && /^(?:[zcs]h?|[a-z])[aeiouvng]*$/.test(rest)
}

/** A whole syllable, an initial, or one character of whatever else stands in names. */
function mayStandForSyllable(part: string): boolean {
  return part.length === 1 || /^[zcs]h$/.test(part) || syllable.test(part)
}
