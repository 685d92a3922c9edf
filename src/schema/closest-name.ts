/** The known name that an unknown one was probably meant to be; `undefined` when none is near. */
export function findClosestName(unknown: string, known: readonly string[]): string | undefined {
  const wanted = unknown.toLowerCase().replace(/[-_ ]/g, '').slice(0, 60)
  let best: { name: string; distance: number } | undefined
  for (const name of known) {
    const distance = countEdits(wanted, name.toLowerCase().replace(/[-_ ]/g, ''))
    if (!best || distance < best.distance) best = { name, distance }
  }
  return best && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : undefined
}

/** Levenshtein distance. */
function countEdits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
