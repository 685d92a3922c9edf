/** What is measured at each size, and how it is called in the table and the chart. */
export interface Part {
  key: string
  name: string
  /** At the end of its line; absent: it is not in the chart. */
  short?: string
  unit: 'ms' | 'MiB' | 'KiB'
  /** Measured by the clock, beside other work: how it grows tells of that. */
  isWaited?: true
  /** Done for the whole catalogue, or by everybody who asks. */
  cost: 'whole' | 'answer' | 'memory'
}

export const parts: readonly Part[] = [
  { key: 'import', name: 'import of the folder', short: 'import', unit: 'ms', cost: 'whole' },
  { key: 'importWait', name: '— the same, waited', isWaited: true, unit: 'ms', cost: 'whole' },
  { key: 'check', name: 'check by all rules', short: 'all rules', unit: 'ms', cost: 'whole' },
  { key: 'checkWait', name: '— the same, waited', isWaited: true, unit: 'ms', cost: 'whole' },
  { key: 'start', name: 'start of the service, first list', short: 'start', unit: 'ms', cost: 'whole' },
  { key: 'startWait', name: '— the same, waited', isWaited: true, unit: 'ms', cost: 'whole' },
  { key: 'firstSearch', name: 'first search', short: 'first search', unit: 'ms', cost: 'whole' },
  { key: 'firstSearchWait', name: '— the same, waited', isWaited: true, unit: 'ms', cost: 'whole' },
  { key: 'compression', name: 'compression, first time', short: 'compression', unit: 'ms', cost: 'whole' },
  { key: 'asOf', name: 'list of another day (p50)', short: 'another day', unit: 'ms', cost: 'answer' },
  { key: 'search', name: 'search (p50)', short: 'search p50', unit: 'ms', cost: 'answer' },
  { key: 'searchSlow', name: 'search (p95)', unit: 'ms', cost: 'answer' },
  { key: 'facets', name: 'facets under a new filter (p50)', short: 'facets', unit: 'ms', cost: 'answer' },
  { key: 'list', name: 'page of the list (p50)', short: 'list', unit: 'ms', cost: 'answer' },
  { key: 'page', name: 'page of the list as HTML (p50), waited', isWaited: true, unit: 'ms', cost: 'answer' },
  { key: 'pageSize', name: 'size of that page', unit: 'KiB', cost: 'answer' },
  { key: 'storeCommit', name: 'store alone: commit of all items', short: 'store commit', unit: 'ms', cost: 'whole' },
  { key: 'storeCommitWait', name: '— the same, waited', isWaited: true, unit: 'ms', cost: 'whole' },
  { key: 'storeFacets', name: 'store alone: list with all facets (p50)', unit: 'ms', cost: 'answer' },
  { key: 'storeAgency', name: 'store alone: list of an agency (p50)', unit: 'ms', cost: 'answer' },
  { key: 'storeFind', name: 'store alone: find (p50)', short: 'store find', unit: 'ms', cost: 'answer' },
  { key: 'memory', name: 'memory of the service, after reading', unit: 'MiB', cost: 'memory' },
  { key: 'importMemory', name: 'memory of the import, at most', unit: 'MiB', cost: 'memory' },
  { key: 'checkMemory', name: 'memory of the check, at most', unit: 'MiB', cost: 'memory' },
  { key: 'storeMemory', name: 'memory of the store alone, at most', unit: 'MiB', cost: 'memory' },
  { key: 'storeFile', name: 'file of the store alone', unit: 'MiB', cost: 'memory' },
]

/** One size, with what was measured by part; what was not measured is absent. */
export interface Measured {
  size: number
  decisions: number
  agencies: number
  values: Readonly<Record<string, number>>
}

/** Below this a part is over before its growth means anything: timers and the machine decide. */
const leastTime = 0.05
/** Measurements on a shared machine waver by as much in the exponent. */
const tolerance = 0.1

export interface Growth {
  /** The cost grows with the size to the power of this. */
  exponent: number
  /** What n·log n has between the same sizes. */
  allowed: number
  isWorse: boolean
}

/** How a part grows from one size to the next; `undefined`: it was not measured at both, or is too short to tell. */
export function growthOf({ key, unit, isWaited }: Part, smaller: Measured, larger: Measured): Growth | undefined {
  const [before, after] = [smaller.values[key], larger.values[key]]
  if (before === undefined || after === undefined || isWaited) return undefined
  if (unit === 'ms' && after < leastTime) return undefined
  const sizes = Math.log(larger.size / smaller.size)
  const exponent = Math.log(after / before) / sizes
  const allowed = 1 + Math.log(Math.log(larger.size) / Math.log(smaller.size)) / sizes
  return { exponent, allowed, isWorse: exponent > allowed + tolerance }
}
