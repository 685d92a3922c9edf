import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { compareDays } from '../../../src/domain/decisions/compare-days.ts'
import { countOnDay } from '../../../src/domain/decisions/count-on-day.ts'
import { type Account, additions, drawLedger, type Ledger, removals } from '../../../src/domain/decisions/ledger.ts'
import { isSameStanding } from '../../../src/domain/decisions/standing.ts'
import type { Day } from '../../../src/schema/types.ts'
import { anAgency } from './decisions.ts'
import { aDay, days, randomItems, someDecisions } from './random-decisions.ts'

const items = randomItems
const agencies = ['scjg', 'fgw', 'gsj', 'none'].map((code) => anAgency(code))
const runs = { numRuns: 300 }
const span = fc.tuple(aDay, aDay).map(([one, other]): [Day, Day] => (one <= other ? [one, other] : [other, one]))
const movements = [...additions, ...removals]

function accountsOf(ledger: Ledger): Map<string, Account> {
  return new Map<string, Account>([
    ['city', ledger],
    ...ledger.agencies.map((account) => [`agency ${account.code}`, account] as const),
    ...ledger.types.map((account) => [`type ${account.type}`, account] as const),
  ])
}

const net = ({ opening, closing }: Account) => closing - opening
const sumOf = (accounts: readonly Account[], value: (account: Account) => number) =>
  accounts.reduce((sum, account) => sum + value(account), 0)

describe('the ledger of any sequence of decisions', () => {
  it('balances for the city, every agency and every type, and every number is the length of its list', () => {
    fc.assert(
      fc.property(someDecisions, span, (decisions, [from, to]) => {
        const ledger = drawLedger(writeChronicle(items, decisions), { from, to, agencies })
        for (const [name, account] of accountsOf(ledger)) {
          const { opening, closing, movements: moved, items: lists, balanced } = account
          const added = additions.reduce((sum, movement) => sum + lists[movement].length, 0)
          const removed = removals.reduce((sum, movement) => sum + lists[movement].length, 0)
          expect([name, opening + added - removed, balanced]).toEqual([name, closing, true])
          for (const movement of movements) expect(moved[movement]).toBe(lists[movement].length)
        }
      }),
      runs,
    )
  })

  it('opens as the days before it closed', () => {
    fc.assert(
      fc.property(someDecisions, fc.integer({ min: 0, max: days.length - 2 }), (decisions, last) => {
        const [first, to, from, end] = [days[0], days[last], days[last + 1], days.at(-1)].map((day) => day ?? '')
        const chronicle = writeChronicle(items, decisions)
        const earlier = accountsOf(drawLedger(chronicle, { from: first ?? '', to: to ?? '', agencies }))
        const later = accountsOf(drawLedger(chronicle, { from: from ?? '', to: end ?? '', agencies }))
        for (const name of new Set([...earlier.keys(), ...later.keys()]))
          expect([name, later.get(name)?.opening ?? 0]).toEqual([name, earlier.get(name)?.closing ?? 0])
      }),
      runs,
    )
  })

  it('of the agencies, and of the types, adds up to that of the city', () => {
    fc.assert(
      fc.property(someDecisions, span, (decisions, [from, to]) => {
        const ledger = drawLedger(writeChronicle(items, decisions), { from, to, agencies })
        const parts = [
          { accounts: ledger.agencies, inside: ['transferIn', 'transferOut'] },
          { accounts: ledger.types, inside: ['reclassifyIn', 'reclassifyOut'] },
        ]
        for (const { accounts, inside } of parts) {
          expect(sumOf(accounts, ({ opening }) => opening)).toBe(ledger.opening)
          expect(sumOf(accounts, ({ closing }) => closing)).toBe(ledger.closing)
          expect(sumOf(accounts, net)).toBe(net(ledger))
          for (const movement of movements.filter((name) => !inside.includes(name) && !name.startsWith('revoke')))
            expect([movement, sumOf(accounts, (account) => account.movements[movement])]).toEqual([
              movement,
              ledger.movements[movement],
            ])
        }
      }),
      runs,
    )
  })

  it('opens and closes with the active items of the day before and of the last day', () => {
    fc.assert(
      fc.property(someDecisions, fc.integer({ min: 1, max: days.length - 1 }), (decisions, first) => {
        const [before, from] = [days[first - 1] ?? '', days[first] ?? '']
        const chronicle = writeChronicle(items, decisions)
        const { opening, closing } = drawLedger(chronicle, { from, to: from, agencies })
        expect([opening, closing]).toEqual([before, from].map((day) => countOnDay(chronicle, day).active.total))
      }),
      runs,
    )
  })
})

describe('the counts of a day', () => {
  it('are those of its standings', () => {
    fc.assert(
      fc.property(someDecisions, aDay, (decisions, day) => {
        const chronicle = writeChronicle(items, decisions)
        const counts = countOnDay(chronicle, day)
        const standings = items.map(({ code }) => chronicle.standingOn(code, day))
        const active = standings.filter((standing) => standing?.state === 'active')
        expect(Object.values(counts.byState).reduce((sum, count) => sum + count, 0)).toBe(items.length)
        expect(counts.active.total).toBe(active.length)
        for (const { code } of agencies)
          expect(counts.active.byAgency[code] ?? 0).toBe(active.filter((standing) => standing?.agency === code).length)
        for (const type of ['licensing', 'filing', 'internal-approval'] as const)
          expect(counts.active.byType[type] ?? 0).toBe(active.filter((standing) => standing?.type === type).length)
      }),
      runs,
    )
  })
})

describe('the difference between two days', () => {
  it('is what their catalogues show, and names what led from one to the other', () => {
    fc.assert(
      fc.property(someDecisions, span, (decisions, [from, to]) => {
        const chronicle = writeChronicle(items, decisions)
        const differences = compareDays(chronicle, from, to)
        const [earlier, later] = [chronicle.on(from), chronicle.on(to)]
        const changed = items.filter(({ code }) => {
          const [before, after] = [earlier.get(code), later.get(code)]
          return before === undefined || after === undefined || !isSameStanding(before, after)
        })
        expect(differences.map(({ code }) => code)).toEqual(changed.map(({ code }) => code))
        for (const { code, before, after, events } of differences) {
          expect(before).toEqual(earlier.get(code))
          expect(after).toEqual(later.get(code))
          expect(events[0]?.before).toEqual(before)
          expect(events.at(-1)?.after).toEqual(after)
          expect(events.every(({ day, decision }) => day > from && day <= to && decision !== '')).toBe(true)
        }
      }),
      runs,
    )
  })
})
