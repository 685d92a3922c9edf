import { writeChronicle } from '../../src/domain/decisions/chronicle.ts'
import { drawLedger } from '../../src/domain/decisions/ledger.ts'
import type { AdjustmentDecision } from '../../src/schema/types.ts'
import { manyDecisions, manyItems, oneGreatDecision, revokedDecisions, sameDecisions } from './many-decisions.ts'

/** Items and decisions together, from a city's catalogue to a hundred of them; the last four double each time. */
const sizes = [
  [432, 200],
  [5_400, 625],
  [10_800, 1_250],
  [21_600, 2_500],
  [43_200, 5_000],
] as const
const leastRounds = 9
/** Milliseconds of work before a measurement counts and at least that long again for it: less leaves small sizes to a cold compiler. */
const leastTime = 500
const day = '2014-12-31'

/** Milliseconds that a piece of work takes once it is warm: the median of many rounds. */
function timeOf(work: () => void): number {
  timeRounds(work)
  const times = timeRounds(work).sort((one, other) => one - other)
  return times[times.length >> 1] ?? Number.NaN
}

function timeRounds(work: () => void): number[] {
  const times: number[] = []
  const end = performance.now() + leastTime
  while (times.length < leastRounds || performance.now() < end) {
    const begun = performance.now()
    work()
    times.push(performance.now() - begun)
  }
  return times
}

/**
 * How long the catalogue of a day takes, as rows of a table: from items and decisions alone, once the chronicle is written, and with the ledger of a year.
 *
 * @throws Error when the decisions contradict or a ledger does not balance: then the numbers would mean nothing.
 */
export function measureGrowth(): string[] {
  return sizes.map(([itemCount, decisionCount]) => {
    const items = manyItems(itemCount)
    const decisions = manyDecisions(itemCount, decisionCount)
    const chronicle = writeChronicle(items, decisions)
    const year = { from: '2014-01-01', to: day, agencies: [] }
    if (chronicle.contradictions.length > 0) throw new Error(JSON.stringify(chronicle.contradictions[0]))
    if (!drawLedger(chronicle, year).balanced) throw new Error('the ledger does not balance')
    const whole = timeOf(() => writeChronicle(items, decisions).on(day))
    const again = timeOf(() => chronicle.on(day))
    const ledger = timeOf(() => drawLedger(chronicle, year))
    const perItem = (1000 * whole) / itemCount
    const cells = [itemCount, decisionCount, whole.toFixed(1), perItem.toFixed(2), again.toFixed(2), ledger.toFixed(1)]
    return `| ${cells.join(' | ')} |`
  })
}

/** Decisions that would take long if the engine were careless, as rows of a table. */
export function measureExtremes(): string[] {
  const extremes: [string, number, AdjustmentDecision[]][] = [
    ['one decision of 10000 rows', 10_000, [oneGreatDecision(10_000)]],
    ['1000 decisions that contradict each other on one item', 1, sameDecisions(1_000)],
    ['4000 decisions that contradict each other on one item', 1, sameDecisions(4_000)],
    ['1000 decisions on one item, all revoked', 1, revokedDecisions(1_000)],
  ]
  return extremes.map(([name, itemCount, decisions]) => {
    const items = manyItems(itemCount)
    return `| ${name} | ${timeOf(() => writeChronicle(items, decisions).on(day)).toFixed(1)} ms |`
  })
}
