import { additions, removals } from '../../domain/decisions/ledger.ts'
import { labels } from '../../domain/labels.ts'
import { extendStored, type Json, refTo } from './embedded-schemas.ts'
import {
  agencyCode,
  codeOf,
  count,
  countsBy,
  day,
  dayOrNull,
  itemCode,
  limit,
  listOf,
  oneOf,
  orNull,
  record,
  text,
  textOrNull,
  yes,
} from './json-shapes.ts'

export const state = codeOf(labels.state)
const type = codeOf(labels.type)
/** A code and what it stands for. */
export const named = record({ code: text, name: text })
export const relatedItem = record({ code: itemCode, name: text, agencyName: text, state })
/** A decision where something follows from it; `null`: none. */
export const decisionName = orNull(refTo('DecisionName'))
/** What happened to an item: a row of a decision, its revocation, or the end of a suspension by itself. */
export const eventKind = oneOf(
  ...['undertake', 'create', 'mergeIn', 'splitIn', 'cancel', 'delegate', 'mergeOut', 'splitOut', 'retain', 'rename'],
  ...['transfer', 'reclassify', 'suspend', 'resume', 'expire', 'revoke'],
)
const receivedAs: Json = { type: ['string', 'null'], enum: ['direct', 'entrusted', null] }

/** What an item's answer says of its standing on the day, beside its state. */
export const itemStanding = {
  since: dayOrNull,
  decision: decisionName,
  kept: textOrNull,
  receivers: listOf(named),
  receivedAs,
  suspendedUntil: dayOrNull,
}

const row = { type: ['integer', 'null'], minimum: 0 }
const countsOnDay = refTo('CountsOnDay')
const movements = [...additions, ...removals]
const account = {
  opening: count,
  movements: record(Object.fromEntries(movements.map((name) => [name, count]))),
  closing: count,
  balanced: yes,
  items: record(Object.fromEntries(movements.map((name) => [name, listOf(itemCode)]))),
}

/** Decisions with what the catalogue adds, on the embedded schemas of their files. */
export function extendDecision({ decision = {}, item = {} }: Readonly<Record<string, Json>>): Record<string, Json> {
  const { properties } = item as { properties?: Record<string, Json> } // our own schema file
  const added = {
    revision: { type: 'integer', minimum: 1 },
    updatedAt: { type: 'string', format: 'date-time' },
    counts: countsBy(actionLabels(decision)),
  }
  const rowItem = record({
    code: itemCode,
    name: text,
    agency: text,
    agencyName: text,
    type,
    typeLabel: text,
    parentName: textOrNull,
    legalBases: properties?.legalBases ?? {},
    audiences: properties?.audiences ?? {},
    statutoryTimeLimit: limit,
    promisedTimeLimit: limit,
    hasFee: { type: ['boolean', 'null'] },
  })
  return {
    Decision: extendStored(decision, added),
    RowItem: rowItem,
    DecisionDetail: extendStored(decision, {
      ...added,
      rows: listOf(refTo('DecisionRow')),
      effect: orNull(record({ before: countsOnDay, after: countsOnDay })),
      findings: listOf(refTo('Finding')),
    }),
    DecisionRow: record({
      row: count,
      action: actionSchema(decision),
      items: listOf(refTo('RowItem')),
      into: listOf(refTo('RowItem')),
      receivers: listOf(text),
      receivingAgency: textOrNull,
    }),
  }
}

/** The shape of one row of a decision. */
function actionSchema(decision: Json): Json {
  const { properties } = decision as { properties?: { actions: { items: Json } } } // our own schema file
  return properties?.actions.items ?? {}
}

function actionLabels(decision: Json): Record<string, string> {
  const { properties } = decision as { properties?: { declared: { properties: Record<string, string> } } } // our own schema file
  return properties?.declared.properties ?? {}
}

export const decisionComponents: Record<string, Json> = {
  DecisionName: record({ id: text, title: text, documentNumber: textOrNull, stage: codeOf(labels.stage) }),
  CountsOnDay: record({
    day,
    byState: countsBy(labels.state),
    active: record({
      total: count,
      byType: countsBy(labels.type),
      byAgency: { type: 'object', additionalProperties: count },
    }),
  }),
  Standing: record({
    code: itemCode,
    name: text,
    agency: agencyCode,
    type,
    state,
    predecessors: listOf(itemCode),
    successors: listOf(itemCode),
    ...itemStanding,
    receivers: listOf(text),
    suspendedBy: textOrNull,
    decision: textOrNull,
  }),
  LifeEvent: record({
    day,
    code: itemCode,
    kind: eventKind,
    decision: text,
    row,
    before: refTo('Standing'),
    after: refTo('Standing'),
  }),
}

/** The schema of each answer about decisions and days, by path. */
export const decisionAnswers: Readonly<Record<string, Json>> = {
  '/decisions': record({ data: listOf(refTo('Decision')) }),
  '/decisions/{id}': refTo('DecisionDetail'),
  '/ledger': record({
    from: day,
    to: day,
    ...account,
    agencies: listOf(record({ code: agencyCode, name: text, ...account })),
    types: listOf(record({ type, label: text, ...account })),
  }),
  '/state': record({
    asOf: day,
    items: listOf(
      record({
        code: itemCode,
        name: text,
        agency: agencyCode,
        type,
        state,
        successors: listOf(itemCode),
        decision: textOrNull,
      }),
    ),
  }),
  '/difference': record({
    from: day,
    to: day,
    before: countsOnDay,
    after: countsOnDay,
    items: listOf(
      record({
        code: itemCode,
        before: refTo('Standing'),
        after: refTo('Standing'),
        agencyNames: record({ before: text, after: text }),
        decisions: listOf(refTo('DecisionName')),
        events: listOf(refTo('LifeEvent')),
        names: { type: 'object', additionalProperties: text },
      }),
    ),
  }),
}
