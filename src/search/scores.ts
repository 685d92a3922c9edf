/** How well items fit a question, by code. */
export type Scores = Map<string, number>

/** The items that are in both, with both scores. */
export function intersect(left: Scores, right: Scores): Scores {
  const both: Scores = new Map()
  for (const [code, score] of left) {
    const other = right.get(code)
    if (other !== undefined) both.set(code, score + other)
  }
  return both
}

/** The items that are in either, with the scores of both. */
export function unite(left: Scores, right: Scores): Scores {
  const either = new Map(left)
  for (const [code, score] of right) either.set(code, (either.get(code) ?? 0) + score)
  return either
}
