import type { ApprovalItem, Duration } from '../../src/schema/types.ts'
import { kindOf, limitOf } from './item-facts.ts'
import type { SourceItem, Tables } from './tables.ts'

type Promised = Pick<ApprovalItem, 'promisedTimeLimit' | 'compressionException' | 'caseType'>

const exceptionApprovedBy = '湘潭市行政审批制度改革工作领导小组办公室（示例）'

/** The promise of an item, illustrative: a third of the statutory limit and often a day less, unless the tables say otherwise. */
export function promiseOf(source: SourceItem, tables: Tables): Promised {
  const written = tables.promises[source.id]
  const promised = written?.promised ?? paceOf(source)
  return {
    caseType: promised.unit === 'instant' ? 'instant' : 'promised',
    promisedTimeLimit: promised,
    compressionException:
      written?.reason === undefined ? null : { reason: written.reason, approvedBy: exceptionApprovedBy },
  }
}

function paceOf(source: SourceItem): Duration {
  const statutory = limitOf(source.statutoryLimit)
  if (statutory === null) return { amount: paceWithoutLaw(source), unit: 'working-day' }
  if (statutory.unit === 'instant') return statutory
  if (statutory.unit === 'month') return { amount: Math.max(1, Math.floor(statutory.amount / 3)), unit: 'month' }
  const longest = Math.floor(statutory.amount / 3)
  if (longest === 0) return { unit: 'instant' }
  const isQuicker = longest >= 5 && Number(source.id.slice(1)) % 7 === 0
  return { amount: isQuicker ? longest - 1 : longest, unit: statutory.unit }
}

/** Where no law sets a limit: more for what brings people to a place or experts to a table. */
function paceWithoutLaw({ specialProcedures }: SourceItem): number {
  const kinds = specialProcedures.map(({ name }) => kindOf(name))
  if (kinds.includes('expert-review')) return 12
  if (kinds.includes('site-inspection') || kinds.includes('assessment')) return 10
  return kinds.length > 0 ? 8 : 5
}
