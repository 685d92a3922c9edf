import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Chronicle, writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { bringingIn, partsOf } from '../../../src/domain/decisions/decision-parts.ts'
import { traceLineage } from '../../../src/domain/decisions/lineage.ts'
import type { AdjustmentDecision, Day } from '../../../src/schema/types.ts'
import { aDecision } from './decisions.ts'
import { tellDayByDay } from './plain-catalogue.ts'
import { aDay, days, decisionsAndOne, randomItems, someDecisions } from './random-decisions.ts'

const items = randomItems
const standingsOn = (chronicle: Chronicle, day: Day) => Object.fromEntries(chronicle.on(day))
const allDays = (chronicle: Chronicle) => days.map((day) => standingsOn(chronicle, day))
const partition = <Value>(values: readonly Value[], isFirst: (value: Value) => boolean) =>
  [values.filter(isFirst), values.filter((value) => !isFirst(value))] as const
const asSet = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort()
const isRefused = (chronicle: Chronicle, id: string) => chronicle.contradictions.some((found) => found.decision === id)
const runs = { numRuns: 400 }

/** Equality that shows what differs; comparing first by itself is many times faster. */
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

describe('the catalogue of any sequence of decisions', () => {
  it('is what a day-by-day telling from scratch says', () => {
    fc.assert(
      fc.property(someDecisions, (decisions) => {
        const chronicle = writeChronicle(items, decisions)
        const plain = tellDayByDay(items, decisions, days)
        expectSame(
          allDays(chronicle),
          days.map((day) => plain.on.get(day)),
        )
        const refusals = chronicle.contradictions.filter(({ pointer }) => pointer !== '/revokedOn')
        expect(new Set(refusals.map(({ decision }) => decision))).toEqual(plain.refused)
        const stays = chronicle.contradictions.filter(({ pointer }) => pointer === '/revokedOn')
        expect(new Set(stays.map(({ decision }) => decision))).toEqual(plain.unrevoked)
      }),
      { numRuns: 1500 },
    )
  })

  it('does not depend on the order of items and decisions', () => {
    const shuffled = someDecisions.chain((decisions) =>
      fc.tuple(
        fc.constant(decisions),
        fc.shuffledSubarray(decisions, { minLength: decisions.length }),
        fc.shuffledSubarray([...items], { minLength: items.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([decisions, otherDecisions, otherItems]) => {
        const [one, other] = [writeChronicle(items, decisions), writeChronicle(otherItems, otherDecisions)]
        expectSame(other.events, one.events)
        expect(asSet(other.contradictions)).toEqual(asSet(one.contradictions))
        expectSame(allDays(other), allDays(one))
      }),
      runs,
    )
  })

  it('keeps no trace of a decision revoked without a day', () => {
    fc.assert(
      fc.property(decisionsAndOne, ({ decisions, one }) => {
        const withStage = (change: Partial<AdjustmentDecision>) =>
          writeChronicle(
            items,
            decisions.map((decision) => (decision.id === one.id ? { ...decision, ...change } : decision)),
          )
        const revoked = withStage({ stage: 'revoked', revokedOn: null })
        const draft = withStage({ stage: 'draft', revokedOn: null })
        expectSame(revoked.events, draft.events)
        expect(revoked.contradictions).toEqual(draft.contradictions)
        expectSame(allDays(revoked), allDays(draft))
      }),
      runs,
    )
  })

  it('is on and after a day of revocation as if the decision were a draft, and before it as if nobody had revoked it', () => {
    fc.assert(
      fc.property(decisionsAndOne, aDay, ({ decisions, one }, revokedOn) => {
        const withStage = (change: Partial<AdjustmentDecision>) =>
          writeChronicle(
            items,
            onlyAccepted(decisions).map((decision) => (decision.id === one.id ? { ...decision, ...change } : decision)),
          )
        const adopted = withStage({ stage: 'adopted', revokedOn: null })
        const draft = withStage({ stage: 'draft', revokedOn: null })
        const revoked = withStage({ stage: 'revoked', revokedOn })
        fc.pre(one.effectiveOn !== null && one.effectiveOn < revokedOn)
        fc.pre([adopted, draft, revoked].every(({ contradictions }) => contradictions.length === 0))
        const expected = days.map((day) => standingsOn(day < revokedOn ? adopted : draft, day))
        expectSame(allDays(revoked), expected)
      }),
      runs,
    )
  })

  it('never depends on decisions that take effect later, except that what they bring in is planned', () => {
    fc.assert(
      fc.property(someDecisions, aDay, (decisions, day) => {
        const [earlier, later] = partition(decisions, ({ effectiveOn }) => effectiveOn !== null && effectiveOn <= day)
        const broughtIn = later.flatMap(partsOf).filter(({ kind }) => bringingIn.has(kind))
        const planned = broughtIn.map(({ code }) => ({ action: 'create', item: code }) as const)
        const cut = writeChronicle(items, [...earlier, aDecision('plan', null, planned, { stage: 'draft' })])
        expectSame(standingsOn(cut, day), standingsOn(writeChronicle(items, decisions), day))
      }),
      runs,
    )
  })

  it('applies a decision whole or not at all', () => {
    fc.assert(
      fc.property(someDecisions, (decisions) => {
        const chronicle = writeChronicle(items, decisions)
        for (const decision of decisions) {
          const rows = chronicle.events.filter((event) => event.decision === decision.id && event.row !== null)
          const expected = rows.length === 0 ? [] : partsOf(decision).map(({ code, kind }) => [code, kind])
          expect(asSet(rows.map(({ code, kind }) => [code, kind]))).toEqual(asSet(expected))
          const isDropped = chronicle.contradictions.some(
            (found) => found.decision === decision.id && found.pointer !== '/revokedOn',
          )
          if (isDropped) expect(rows).toEqual([])
        }
      }),
      runs,
    )
  })

  it('lets no item come in twice, and none be a successor of itself', () => {
    fc.assert(
      fc.property(someDecisions, (decisions) => {
        const chronicle = writeChronicle(items, decisions)
        for (const { code } of items) {
          const life = chronicle.lifeOf(code)
          life.forEach(({ before, kind }, index) => {
            if (kind !== 'revoke' && bringingIn.has(kind as 'create')) expect(before.state).toBe('planned')
            if (index > 0) expect(before).toEqual(life[index - 1]?.after)
          })
        }
        for (const day of days) {
          const catalogue = chronicle.on(day)
          for (const { code, predecessors, successors } of catalogue.values()) {
            for (const other of predecessors) expect(catalogue.get(other)?.successors).toContain(code)
            for (const other of successors) expect(catalogue.get(other)?.predecessors).toContain(code)
            const heirs = traceLineage(catalogue, code, 'successors').map(({ standing }) => standing.code)
            expect(heirs).not.toContain(code)
          }
        }
      }),
      runs,
    )
  })

  /** What a store would keep of decisions: those that fit, in their order. */
  function onlyAccepted(decisions: readonly AdjustmentDecision[]): AdjustmentDecision[] {
    const chronicle = writeChronicle(items, decisions)
    return decisions.filter(({ id }) => !isRefused(chronicle, id))
  }
})
