import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { surveyDecisions } from '../../../src/domain/decisions/check-decision.ts'
import { writeChronicle } from '../../../src/domain/decisions/chronicle.ts'
import { findRewriting } from '../../../src/domain/find-rewriting.ts'
import type { Finding } from '../../../src/domain/finding.ts'
import type { ItemState } from '../../../src/domain/labels.ts'
import { checkAdjustment, checkWholeCatalogue } from '../../../src/domain/rules/check-catalogue.ts'
import { checkHalfWritten, checkItem } from '../../../src/domain/rules/check-item.ts'
import type { RuleContext } from '../../../src/domain/rules/rule.ts'
import { createRuleContext } from '../../../src/domain/rules/rule-context.ts'
import type { FlowchartReader } from '../../../src/ports/flowchart-reader.ts'
import { checkDocument } from '../../../src/schema/check-document.ts'
import type { CheckedDocuments, CheckedKind } from '../../../src/schema/schema-files.ts'
import type { AdjustmentDecision, Agencies, ApprovalItem, Laws, Policy, Regions } from '../../../src/schema/types.ts'

const folder = join(process.cwd(), 'test/fixtures/rules')

type Plain = Record<string, unknown>

/** What an example lays on the base, in the words of README.md. */
interface Fixture {
  day: string
  policy: Plain
  agencies: Plain[]
  regions: Plain[]
  laws: Plain[]
  item: Plain
  draft?: Plain
  also?: Plain[]
  states?: Record<string, ItemState>
  decisions?: Plain[]
  earlierDecisions?: Plain[]
}

/** An example, ready to be checked. */
export interface Example {
  item: ApprovalItem
  /** The item as it is being written, of any shape. */
  draft?: unknown
  decisions: AdjustmentDecision[]
  context: RuleContext
}

/** The example `name`, as in `TIM-05.bad`; without one, the base alone. Throws when it breaks a schema. */
export function readExample(name?: string): Example {
  const base = readYaml('base') as unknown as Fixture
  const changes = name === undefined ? {} : readYaml(name)
  const fixture = mergeOver(base, changes) as unknown as Fixture
  // Lists of the catalogue grow; everything else is replaced.
  for (const list of ['agencies', 'regions', 'laws'] as const) {
    fixture[list] = [...byKey(base[list], (changes[list] as Plain[] | undefined) ?? [])]
  }
  return completeExample(fixture)
}

/** The example with its hand-written charts read by Mermaid's own parser. */
export async function readCharts(example: Example, reader: FlowchartReader): Promise<Example> {
  const { mermaid } = example.item
  if (mermaid === null) return example
  const charts = new Map([[mermaid, await reader.read(mermaid)]])
  return { ...example, context: { ...example.context, charts } }
}

/** What all rules say of an example: of its item, its decisions and the catalogue that they make up. */
export function checkExample({ item, draft, decisions, context }: Example): Finding[] {
  return [
    ...(draft === undefined ? checkItem(item, context) : checkHalfWritten(draft, context)),
    ...decisions.flatMap((decision) => checkAdjustment(decision, context)),
    ...checkWholeCatalogue(context),
  ]
}

function completeExample(fixture: Fixture): Example {
  const item = complete('item', fixture.item)
  const items = [item, ...(fixture.also ?? []).map((one) => complete('item', one))]
  const decisions = (fixture.decisions ?? []).map((one) => complete('decision', one))
  const earlier = (fixture.earlierDecisions ?? []).map((one) => complete('decision', one))
  const lists = {
    policy: complete('policy', fixture.policy),
    agencies: complete('agencies', { agencies: fixture.agencies }),
    regions: complete('regions', { city: { code: 'shili', name: '示例市' }, regions: fixture.regions }),
    laws: complete('laws', { laws: fixture.laws }),
  }
  const decisionContext = surveyAll(items, decisions, lists)
  const context = createRuleContext({
    policy: lists.policy,
    today: fixture.day,
    asOf: fixture.day,
    agencies: lists.agencies.agencies,
    regions: lists.regions.regions,
    laws: lists.laws.laws,
    items: items.map((one) => {
      const standing = decisionContext.chronicle.standingOn(one.code, fixture.day)
      const state = fixture.states?.[one.code] ?? standing?.state ?? 'active'
      return { item: one, state, since: standing?.since ?? null }
    }),
    decisions,
    decisionContext,
    rewrittenDecisions: decisions.flatMap((decision) => {
      const states = [...earlier.filter(({ id }) => id === decision.id), decision]
      const fields = findRewriting(states)
      return fields.length === 0 ? [] : [{ decision, fields }]
    }),
  })
  return { item, decisions, context, ...(fixture.draft && { draft: mergeOver(item, fixture.draft) }) }
}

interface Lists {
  policy: Policy
  agencies: Agencies
  regions: Regions
  laws: Laws
}

function surveyAll(items: readonly ApprovalItem[], decisions: readonly AdjustmentDecision[], lists: Lists) {
  return surveyDecisions({
    items,
    decisions,
    chronicle: writeChronicle(items, decisions),
    agencies: new Map(lists.agencies.agencies.map((agency) => [agency.code, agency])),
    regions: lists.regions,
    laws: lists.laws.laws,
    conversion: lists.policy.conversion,
  })
}

function complete<Kind extends CheckedKind>(kind: Kind, value: unknown): CheckedDocuments[Kind] {
  const { document, violations } = checkDocument(kind, value)
  if (document === undefined) throw new Error(`${kind}: ${JSON.stringify(violations)}`)
  return document
}

function readYaml(name: string): Plain {
  return parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')) ?? {}
}

/**
 * Objects are merged field by field, anything else is replaced: lists, `null`, and lengths of time, whose fields belong together.
 * An object over a list changes its entries by their id (flows: `from>to`): `null` removes one, an unknown id adds one.
 */
function mergeOver(base: unknown, change: unknown): unknown {
  if (Array.isArray(base) && isPlain(change)) return mergeEntries(base, change)
  if (!isPlain(base) || !isPlain(change) || 'unit' in change) return change
  const merged = { ...base }
  for (const [key, value] of Object.entries(change)) {
    merged[key] = Object.hasOwn(base, key) ? mergeOver(base[key], value) : value
  }
  return merged
}

function mergeEntries(base: readonly unknown[], changes: Plain): unknown[] {
  const idOf = (one: unknown) => (isPlain(one) ? String(one.id ?? `${one.from}>${one.to}`) : '')
  const entries = new Map(base.map((one) => [idOf(one), one]))
  for (const [id, change] of Object.entries(changes)) {
    const [from, to] = id.split('>')
    const added = to === undefined ? { id } : { from, to }
    if (change === null) entries.delete(id)
    else entries.set(id, mergeOver(entries.get(id) ?? added, change))
  }
  return [...entries.values()]
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The base list with the changes laid over the entries of the same code or title; new ones at the end. */
function byKey(base: readonly Plain[], changes: readonly Plain[]): Iterable<Plain> {
  const keyOf = (one: Plain) => one.code ?? one.title
  const entries = new Map(base.map((one) => [keyOf(one), one]))
  for (const change of changes) entries.set(keyOf(change), { ...entries.get(keyOf(change)), ...change })
  return entries.values()
}
