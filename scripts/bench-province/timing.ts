/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** Milliseconds that a piece of work takes. */
export async function timeOf(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Milliseconds that somebody waits for a piece of work, and of the processor that it takes: others on the machine stretch only the first. */
export async function costOf(work: () => unknown): Promise<{ wait: number; processor: number }> {
  const before = process.cpuUsage()
  const wait = await timeOf(work)
  const { user, system } = process.cpuUsage(before)
  return { wait, processor: (user + system) / 1000 }
}

/** Highest resident memory of this process so far, MiB. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024
}

/**
 * Milliseconds of the processor that a piece of work takes with each of some values, in ascending order. What is short is over before others on the
 * machine interrupt it; what takes more than a few milliseconds would be measured by how busy they are.
 */
export async function costsOf<Value>(values: readonly Value[], work: (value: Value) => unknown): Promise<number[]> {
  const costs: number[] = []
  for (const value of values) costs.push((await costOf(() => work(value))).processor)
  return costs.sort((one, other) => one - other)
}

/** The median of `costsOf`. */
export async function medianOf<Value>(values: readonly Value[], work: (value: Value) => unknown): Promise<number> {
  return median(await costsOf(values, work))
}
