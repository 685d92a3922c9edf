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

/** The median of the milliseconds that a piece of work takes with each of some values. */
export async function medianOf<Value>(values: readonly Value[], work: (value: Value) => unknown): Promise<number> {
  const times: number[] = []
  for (const value of values) times.push(await timeOf(() => work(value)))
  return median(times)
}

/** Highest resident memory of this process so far, MiB. */
export function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1024
}

/** As `medianOf`, but of the processor's milliseconds: for work of more than a moment, which others on the machine would interrupt. */
export async function medianCostOf<Value>(values: readonly Value[], work: (value: Value) => unknown): Promise<number> {
  const costs: number[] = []
  for (const value of values) costs.push((await costOf(() => work(value))).processor)
  return median(costs)
}
