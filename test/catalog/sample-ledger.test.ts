import { describe, expect, it } from '@jest/globals'
import { checkDecision, surveyDecisions } from '../../src/domain/decisions/check-decision.ts'
import { writeChronicle } from '../../src/domain/decisions/chronicle.ts'
import { countOnDay } from '../../src/domain/decisions/count-on-day.ts'
import { drawLedger } from '../../src/domain/decisions/ledger.ts'
import { replay } from './replay-decisions.ts'
import { openSample, readSample } from './the-sample.ts'

const { items, decisions, policy, agencies, regions, laws } = openSample()
const chronicle = writeChronicle(items, decisions)
const days = ['2014-05-03', '2014-05-05', '2014-08-15', '2015-02-15', '2015-12-31', '2026-01-01']

describe('the sample through time', () => {
  it('takes every decision without a contradiction', () => {
    expect(chronicle.contradictions).toEqual([])
  })

  it.each(days)('is on %s what a second reading of the decisions says', (day) => {
    const { states } = replay(items, decisions, day)
    const differences = [...chronicle.on(day)].flatMap(([code, { state, name, agency, type }]) => {
      const expected = states.get(code)
      const isSame = expected?.name === name && expected.agency === agency && expected.type === type
      return isSame && expected?.state === state ? [] : [`${code}: ${state}, not ${expected?.state}`]
    })
    expect(differences).toEqual([])
  })

  it('counts what the README says, state by state', () => {
    const [head = '', , ...lines] =
      readSample('README.md').slice(readSample('README.md').indexOf('| day |')).split('\n\n')[0]?.split('\n') ?? []
    const cellsOf = (line: string) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    const [, ...states] = cellsOf(head)
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      const [day = '', ...written] = cellsOf(line)
      const counted = states.map((state) =>
        [...replay(items, decisions, day).states.values()].filter((item) => item.state === state),
      )
      expect([day, ...written]).toEqual([day, ...counted.map((found) => String(found.length))])
    }
  })

  it('has 432 active items of 44 agencies on 2014-08-15, the day when the clean-up ended', () => {
    const { active } = countOnDay(chronicle, '2014-08-15')
    expect(active.total).toBe(432)
    expect(Object.keys(active.byAgency)).toHaveLength(44)
  })

  it('balances over 2014 and 2015, for the city and every agency', () => {
    for (const [from, to] of [
      ['2014-01-01', '2014-12-31'],
      ['2015-01-01', '2015-12-31'],
    ] as const) {
      const ledger = drawLedger(chronicle, { from, to, agencies: agencies.agencies })
      expect(ledger.balanced).toBe(true)
      expect(ledger.agencies.filter(({ balanced }) => !balanced)).toEqual([])
    }
  })

  it('moves 59 in and 8, 5 and 2 out by the decision of 2014-05-04', () => {
    const ledger = drawLedger(chronicle, { from: '2014-05-04', to: '2014-05-04', agencies: agencies.agencies })
    expect(ledger.movements).toMatchObject({ undertake: 59, mergeIn: 1, cancel: 8, delegate: 5, mergeOut: 2 })
  })

  it('holds no decision that the rules call wrong', () => {
    const context = surveyDecisions({
      items,
      decisions,
      chronicle,
      agencies: new Map(agencies.agencies.map((agency) => [agency.code, agency])),
      regions,
      laws: laws.laws,
      conversion: policy.conversion,
    })
    const findings = decisions.flatMap((decision) => checkDecision(decision, context))
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([])
  })
})
