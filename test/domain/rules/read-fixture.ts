import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Finding } from '../../../src/domain/finding.ts'
import type { ItemState } from '../../../src/domain/labels.ts'
import { checkDecision, checkWholeCatalogue } from '../../../src/domain/rules/check-catalogue.ts'
import { checkHalfWritten, checkItem } from '../../../src/domain/rules/check-item.ts'
import type { RuleContext } from '../../../src/domain/rules/rule.ts'
import { createRuleContext } from '../../../src/domain/rules/rule-context.ts'
import type { FlowchartReader } from '../../../src/ports/flowchart-reader.ts'
import { checkDocument } from '../../../src/schema/check-document.ts'
import type { CheckedDocuments, CheckedKind } from '../../../src/schema/schema-files.ts'
import type { AdjustmentDecision, ApprovalItem } from '../../../src/schema/types.ts'

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
    ...decisions.flatMap((decision) => checkDecision(decision, context)),
    ...checkWholeCatalogue(context),
  ]
}

function completeExample(fixture: Fixture): Example {
  const item = complete('item', fixture.item)
  const items = [item, ...(fixture.also ?? []).map((one) => complete('item', one))]
  const decisions = (fixture.decisions ?? []).map((one) => complete('decision', one))
  const context = createRuleContext({
    policy: complete('policy', fixture.policy),
    today: fixture.day,
    asOf: fixture.day,
    agencies: complete('agencies', { agencies: fixture.agencies }).agencies,
    regions: complete('regions', { city: { code: 'shili', name: '示例市' }, regions: fixture.regions }).regions,
    laws: complete('laws', { laws: fixture.laws }).laws,
    items: items.map((one) => ({ item: one, state: fixture.states?.[one.code] ?? 'active' })),
  })
  return { item, decisions, context, ...(fixture.draft && { draft: mergeOver(item, fixture.draft) }) }
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
