import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import type { Finding } from '../../../src/domain/finding.ts'
import { checkHalfWritten, checkItem } from '../../../src/domain/rules/check-item.ts'
import type { RuleContext } from '../../../src/domain/rules/rule.ts'
import { createRuleContext } from '../../../src/domain/rules/rule-context.ts'
import { createWorkerFlowchartReader } from '../../../src/flowcharts/worker-flowchart-reader.ts'
import { checkDocument } from '../../../src/schema/check-document.ts'
import type { ApprovalItem } from '../../../src/schema/types.ts'
import { openSample } from '../../catalog/the-sample.ts'

const sample = openSample()
const whole: ApprovalItem[] = ['minimal', 'full'].map((size) => readExample(size))
const items = [...whole, ...sample.items.filter((_, index) => index % 45 === 0)]
const reader = createWorkerFlowchartReader({ timeoutMs: 60_000 })
/** With a city around the item, so that every rule has something to compare with. */
let context: RuleContext

beforeAll(async () => {
  const source = 'flowchart TD\n  a([申请]) --> b{齐全？}\n  b -->|是| c([颁发])\n  b -->|否| d([不予受理])'
  context = createRuleContext({
    policy: { ...sample.policy, ruleChanges: [] },
    today: '2016-06-30',
    agencies: sample.agencies.agencies,
    regions: sample.regions.regions,
    laws: sample.laws.laws,
    items: sample.items.map((item) => ({ item, state: 'active', since: null })),
    charts: new Map([[source, await reader.read(source)]]),
  })
})
afterAll(() => reader.close())

function readExample(size: string): ApprovalItem {
  const { document } = checkDocument('item', parse(readFileSync(`schemas/item.${size}.yaml`, 'utf8')))
  if (document === undefined) throw new Error(`item.${size}.yaml breaks its schema`)
  return document
}

type Place = (string | number)[]

function placesIn(value: unknown, place: Place = []): Place[] {
  if (value === null || typeof value !== 'object') return [place]
  const entries = Array.isArray(value) ? value.map((one, index) => [index, one] as const) : Object.entries(value)
  return [...(place.length === 0 ? [] : [place]), ...entries.flatMap(([key, one]) => placesIn(one, [...place, key]))]
}

/** Writes a value at a place; `undefined` takes the field out. */
function put(root: unknown, place: Place, value: unknown): void {
  const [key = '', ...rest] = place
  // Places are found in the copy that they are used on; an earlier change may have taken the way away.
  const parent = root as Record<string | number, unknown> | null | undefined
  if (parent === null || typeof parent !== 'object') return
  if (rest.length > 0) put(parent[key], rest, value)
  else if (value === undefined) delete parent[key]
  else parent[key] = value
}

const junk = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.constantFrom('', ' ', '第', '20', '二十个工作日', '《》', '第三条', '<b>', '\u202e', '2015-13-40', '无'),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.jsonValue({ maxDepth: 2 }),
) as fc.Arbitrary<unknown>

/** An item in which some fields are missing or have become something else. */
const halfWritten = fc
  .record({
    item: fc.constantFrom(...items),
    changes: fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 6 }),
  })
  .map(({ item, changes }) => {
    const copy = structuredClone(item)
    const places = placesIn(copy)
    for (const [chosen, value] of changes) put(copy, places[chosen % places.length] ?? [], value)
    return copy
  })

function expectWellFormed(findings: readonly Finding[]): void {
  for (const { rule, severity, path, message, mend } of findings) {
    expect(rule).toMatch(/^[A-Z]{3}-\d\d$/)
    expect(['error', 'warning', 'hint']).toContain(severity)
    expect(path).toEqual(expect.any(String))
    expect(`${message}${mend}`).not.toMatch(/\{\w+\}|\bundefined\b|\bNaN\b/)
  }
}

describe('an item that is being written', () => {
  it('never makes a rule fail, whichever fields are missing or of the wrong shape', () => {
    fc.assert(
      fc.property(halfWritten, (item) => {
        const { document } = checkDocument('item', item)
        // What fits the schema is checked without any net.
        expectWellFormed(document === undefined ? checkHalfWritten(item, context) : checkItem(document, context))
      }),
      { numRuns: 600 },
    )
  })

  it('may be no item at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => expectWellFormed(checkHalfWritten(value, context))),
      { numRuns: 300 },
    )
    for (const value of [undefined, null, 1, 'x']) expect(checkHalfWritten(value, context)).toEqual([])
  })

  it('keeps the findings of the fields that are there', () => {
    const { promisedTimeLimit: _, ...item } = structuredClone(whole[1] as ApprovalItem)
    const draft = { ...item, statutoryTimeLimit: null, statutoryTimeLimitNote: null, legalBases: 3 }
    expect(checkHalfWritten(draft, context).map(({ rule }) => rule)).toContain('TIM-01')
  })
})
