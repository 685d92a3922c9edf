import fc from 'fast-check'
import type { ItemHead } from '../../../src/domain/decisions/standing.ts'
import type { AdjustmentDecision, ApprovalItem, Day } from '../../../src/schema/types.ts'
import { type ActionDraft, aDecision } from './decisions.ts'

const agencies = ['fgw', 'gsj', 'scjg'] as const
const types: ApprovalItem['type'][] = ['licensing', 'non-licensing-approval', 'filing', 'internal-approval']
const codes = ['a-001', 'a-002', 'a-003', 'a-004', 'a-005', 'b-001', 'b-002', 'b-003', 'b-004', 'b-005']

/** The days on which random decisions happen. */
export const days: readonly Day[] = Array.from({ length: 20 }, (_, n) => `2014-05-${String(n + 1).padStart(2, '0')}`)

/** Items of several agencies and types; `b-…` are those that random decisions prefer to bring in. */
export const randomItems: readonly ItemHead[] = codes.map((code, index) => ({
  code,
  name: `事项${code}`,
  agency: agencies[index % agencies.length] ?? 'fgw',
  type: types[index % 3] ?? 'licensing',
}))

export const aDay = fc.constantFrom(...days)
const item = fc.constantFrom(...codes)
const target = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...codes.slice(5)) }, { weight: 1, arbitrary: item })
const some = (of: typeof item, most: number) => fc.uniqueArray(of, { minLength: 1, maxLength: most })
const scope = fc.constantFrom('full', 'partial') as fc.Arbitrary<'full' | 'partial'>
const kept = fc.constantFrom(null, '跨县项目')
const mode = fc.constantFrom('direct', 'entrusted', null) as fc.Arbitrary<'direct' | 'entrusted' | null>
const regions = fc.uniqueArray(fc.constantFrom('jia-xian', 'yi-xian', 'bing-qu'), { minLength: 1 })

/** One row of any of the twelve actions. */
const row: fc.Arbitrary<ActionDraft> = fc.oneof(
  fc.record({ action: fc.constant('cancel' as const), item, scope, kept }),
  fc.record({ action: fc.constant('delegate' as const), item, to: regions, mode, scope, kept }),
  fc.record({ action: fc.constant('undertake' as const), item: target }),
  fc.record({ action: fc.constant('create' as const), item: target }),
  fc.record({ action: fc.constant('merge' as const), items: some(item, 3), into: target }),
  fc.record({ action: fc.constant('split' as const), item, into: some(target, 3) }),
  fc.record({ action: fc.constant('retain' as const), item }),
  fc.record({ action: fc.constant('rename' as const), item, to: fc.constantFrom('甲', '乙', '丙') }),
  fc.record({ action: fc.constant('transfer' as const), item, to: fc.constantFrom(...agencies) }),
  fc.record({ action: fc.constant('reclassify' as const), item, to: fc.constantFrom(...types) }),
  fc.record({ action: fc.constant('suspend' as const), item, until: fc.option(aDay) }),
  fc.record({ action: fc.constant('resume' as const), item }),
)

const stage: fc.Arbitrary<Pick<AdjustmentDecision, 'stage' | 'revokedOn'>> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('adopted', 'published').map((name) => ({ stage: name, revokedOn: null })) },
  { weight: 1, arbitrary: fc.constantFrom('draft', 'consulting').map((name) => ({ stage: name, revokedOn: null })) },
  { weight: 4, arbitrary: fc.option(aDay).map((revokedOn) => ({ stage: 'revoked', revokedOn })) },
) as fc.Arbitrary<Pick<AdjustmentDecision, 'stage' | 'revokedOn'>> // names of the schema

const decision = fc.record({
  day: fc.option(aDay, { freq: 20 }),
  adoptedOn: fc.option(aDay),
  rows: fc.oneof(
    { weight: 3, arbitrary: fc.array(row, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(row, { maxLength: 4 }) },
  ),
  stage,
})

/** Decisions of every action, stage and kind of day; many contradict the catalogue. */
export const someDecisions: fc.Arbitrary<AdjustmentDecision[]> = fc
  .array(decision, { maxLength: 16 })
  .map((drafts) =>
    drafts.map(({ day, adoptedOn, rows, stage: ended }, index) =>
      aDecision(`d${String.fromCharCode(97 + ((index * 7) % 26))}`, day, rows, { adoptedOn, ...ended }),
    ),
  )

/** Decisions, and one of them. */
export const decisionsAndOne: fc.Arbitrary<{ decisions: AdjustmentDecision[]; one: AdjustmentDecision }> =
  someDecisions.chain((decisions) =>
    decisions.length === 0
      ? fc.constant({ decisions: [aDecision('d1', '2014-05-04', [])], one: aDecision('d1', '2014-05-04', []) })
      : fc.constantFrom(...decisions).map((one) => ({ decisions, one })),
  )
