import { labels } from '../../domain/labels.ts'
import {
  decisionAnswers,
  decisionComponents,
  decisionName,
  eventKind,
  extendDecision,
  itemStanding,
  named,
  relatedItem,
  state,
} from './decision-shapes.ts'
import { extendStored, type Json, refTo } from './embedded-schemas.ts'
import {
  agencyCode,
  codeOf,
  count,
  countsBy,
  day,
  dayOrNull,
  days,
  itemCode,
  limit,
  listOf,
  oneOf,
  orNull,
  ratio,
  record,
  text,
  textOrNull,
  yes,
} from './json-shapes.ts'
import { officeAnswers } from './office-shapes.ts'
import type { Operation } from './operation.ts'
import { problem } from './problem-shapes.ts'

const calendar = oneOf('official', 'provisional')
const skipped = listOf(record({ date: day, reason: text }))
const limitAndDay = record({ limit, dueOn: dayOrNull })
const facet = listOf(record({ value: text, label: text, count }))
const totals = {
  items: count,
  met: count,
  statutoryDays: days,
  promisedDays: days,
  ratio,
  meanRatio: ratio,
  gapDays: count,
  targetMet: yes,
}
const lawStanding = oneOf('planned', 'in-force', 'repealed')
const reasons = ['no-statutory-limit', 'no-promise', 'statutory-instant', 'relay', 'exception', 'not-active']

/** The named shapes of the answers, built on the embedded schemas of the catalogue's files. */
export function answerComponents(embedded: Readonly<Record<string, Json>>): Record<string, Json> {
  const item = embedded.item ?? {}
  const { properties = {} } = item as { properties?: Record<string, Json> }
  const take = (...names: string[]) => Object.fromEntries(names.map((name) => [name, properties[name] ?? {}]))
  return {
    ItemSummary: record({
      ...take('code', 'name', 'agency', 'type', 'handlingRole', 'caseType', 'audiences', 'themes'),
      ...take('statutoryTimeLimit', 'promisedTimeLimit'),
      agencyName: text,
      state,
      hasFee: { type: ['boolean', 'null'] },
      visits: { type: ['integer', 'null'], minimum: 0 },
    }),
    ItemDetail: extendStored(item, {
      agencyName: text,
      state,
      revision: { type: 'integer', minimum: 1 },
      updatedAt: { type: 'string', format: 'date-time' },
      predecessors: listOf(itemCode),
      successors: listOf(itemCode),
      asOf: day,
      ...itemStanding,
      predecessorItems: listOf(relatedItem),
      successorItems: listOf(relatedItem),
    }),
    ...extendDecision(embedded),
    CompleteGuide: extendStored(embedded.guide ?? {}, {
      itemInfo: record({ name: text, code: itemCode, parent: textOrNull, type: codeOf(labels.type), typeLabel: text }),
      ...take('legalBases', 'quantityLimit'),
      process: listOf(record({ step: text, lane: text, phase: textOrNull, limit, post: textOrNull })),
      timeLimits: record({
        statutory: limit,
        promised: limit,
        extension: properties.extension ?? {},
        excluded: properties.specialProcedures ?? {},
      }),
      flowchart: textOrNull,
    }),
    HistoryEntry: record({
      kind: oneOf('revision', 'decision'),
      id: text,
      at: text,
      actor: text,
      changed: listOf(text),
      title: textOrNull,
      event: { anyOf: [eventKind, { type: 'null' }] },
    }),
    Agency: extendStored(entrySchema(embedded, 'agencies'), {
      counts: record({ total: count, byState: countsBy(labels.state), byType: countsBy(labels.type) }),
    }),
    Law: extendStored(entrySchema(embedded, 'laws'), { standing: lawStanding, items: count }),
    LawImpact: extendStored(entrySchema(embedded, 'laws'), {
      standing: lawStanding,
      asOf: day,
      counts: record({
        items: count,
        withoutBasis: count,
        withoutLimit: count,
        guides: count,
        materials: count,
        fees: count,
      }),
      items: listOf(
        record({
          ...take('code', 'name', 'agency'),
          agencyName: text,
          uses: listOf(record({ for: text, articles: listOf(text), path: text, subject: textOrNull })),
          losesItsBasis: yes,
          losesItsLimit: yes,
        }),
      ),
    }),
    ...plainComponents,
    ...decisionComponents,
  }
}

/** `agencies.yaml` and `laws.yaml` hold a list of that name; what one of its entries is. */
function entrySchema(embedded: Readonly<Record<string, Json>>, list: 'agencies' | 'laws'): Json {
  // The shape of our own schema files, which a test compiles.
  const { properties } = embedded[list] as { properties: Record<string, { items: Json }> }
  return properties[list]?.items ?? {}
}

const findingCounts = record({ error: count, warning: count, hint: count })

const plainComponents: Record<string, Json> = {
  FindingsReport: record({
    asOf: day,
    counts: findingCounts,
    agencies: listOf(record({ code: agencyCode, name: text, counts: findingCounts })),
    commonest: listOf(
      record({
        rule: text,
        severity: oneOf('error', 'warning', 'hint'),
        count,
        subjects: count,
        example: refTo('Finding'),
      }),
    ),
    overTime: listOf(record({ on: day, counts: findingCounts })),
    findings: orNull(listOf(refTo('Finding'))),
  }),
  ItemDue: record({ from: day, statutory: limitAndDay, promised: limitAndDay, calendar, skipped }),
  DueDay: record({ from: day, limit: refTo('duration'), dueOn: day, calendar, skipped }),
  CompressionReport: record({
    asOf: day,
    target: record({ numerator: count, denominator: count, rounding: oneOf('floor', 'round', 'ceil') }),
    overall: record(totals),
    agencies: listOf(record({ code: agencyCode, name: text, ...totals })),
    items: listOf(
      record({
        code: itemCode,
        name: text,
        agency: agencyCode,
        statutoryDays: days,
        promisedDays: days,
        ratio: days,
        met: yes,
        longest: limit,
      }),
    ),
    excluded: listOf(record({ code: itemCode, name: text, agency: agencyCode, reason: oneOf(...reasons) })),
  }),
  Finding: {
    type: 'object',
    required: ['rule', 'severity', 'subject', 'path', 'message', 'basis'],
    properties: {
      rule: text,
      severity: oneOf('error', 'warning', 'hint'),
      subject: text,
      path: text,
      message: text,
      basis: textOrNull,
      mend: text,
      name: text,
    },
    additionalProperties: false,
  },
  Problem: record(problem),
  GoneProblem: record({
    ...problem,
    asOf: day,
    state,
    since: dayOrNull,
    decision: decisionName,
    successors: listOf(itemCode),
    successorItems: listOf(relatedItem),
    receivers: listOf(named),
  }),
}

const findings = record({ findings: listOf(refTo('Finding')) })
/** Of an item that is still being written. */
const draftReport = record({ findings: listOf(refTo('Finding')), violations: problem.violations })

/** The schema of each answer, by path. */
export const answers: Readonly<Record<string, Json>> = {
  '/items': record({
    data: listOf(refTo('ItemSummary')),
    meta: record({ total: count, page: count, pageSize: count, asOf: day }),
    facets: record({ agency: facet, type: facet, state: facet, audience: facet, theme: facet }),
  }),
  '/items/{code}': refTo('ItemDetail'),
  '/items/{code}/guide': refTo('CompleteGuide'),
  '/items/{code}/history': record({ data: listOf(refTo('HistoryEntry')) }),
  '/items/{code}/findings': findings,
  '/items/{code}/flowchart.svg': text,
  '/items/{code}/flowchart.mmd': text,
  '/items/{code}/due': refTo('ItemDue'),
  '/due': refTo('DueDay'),
  '/agencies': record({ data: listOf(refTo('Agency')) }),
  '/agencies/{code}': refTo('Agency'),
  '/compression': refTo('CompressionReport'),
  '/findings': refTo('FindingsReport'),
  '/laws': record({ data: listOf(refTo('Law')) }),
  '/laws/{title}': refTo('LawImpact'),
  '/suggest': record({ data: { ...listOf(record({ text, code: itemCode })), maxItems: 8 } }),
  ...decisionAnswers,
  '/checks': { anyOf: [findings, draftReport] },
  ...officeAnswers,
}

/** Under which name the answer of an operation stands above: its path, with its method where a path has several. */
export function answerNameOf({ method, path }: Pick<Operation, 'method' | 'path'>): string {
  const named = `${method} ${path}`
  return Object.hasOwn(answers, named) ? named : path
}
