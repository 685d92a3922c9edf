import { writeChronicle } from '../../src/domain/decisions/chronicle.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { AdjustmentDecision, ApprovalItem } from '../../src/schema/types.ts'
import type { DecisionRow, DecisionTable } from './tables.ts'

/**
 * The decisions of the tables with the codes of the items in place of their keys, in the order of their ids.
 *
 * One that retains everything gets a row for every item that the others leave active on its day. Throws where a key has no item or a decision breaks its schema.
 */
export function decisionsOf(
  tables: readonly DecisionTable[],
  codes: ReadonlyMap<string, string>,
  items: readonly ApprovalItem[],
): AdjustmentDecision[] {
  const codeOf = (key: string) => {
    const code = codes.get(key)
    if (code === undefined) throw new Error(`no item ${key} for a decision`)
    return code
  }
  const listed = tables
    .filter(({ retainAll }) => retainAll !== true)
    .map((table) => written({ ...table, actions: table.actions.map((row) => actionOf(row, codeOf)) }))
  const kept = tables
    .filter(({ retainAll }) => retainAll === true)
    .map(({ retainAll, ...table }) => {
      const standings = [...writeChronicle(items, listed).on(table.effectiveOn).values()]
      const active = standings.filter(({ state }) => state === 'active')
      const actions = active.map(({ code }) => ({ action: 'retain', item: code }))
      return written({ ...table, declared: { retain: actions.length }, actions })
    })
  return [...listed, ...kept].sort((one, other) => (one.id < other.id ? -1 : 1))
}

function written(decision: object): AdjustmentDecision {
  const { document, violations } = checkDocument('decision', decision)
  if (document === undefined) throw new Error(JSON.stringify(violations))
  return document
}

function actionOf(row: DecisionRow, codeOf: (key: string) => string): object {
  const { item, items, into, ...rest } = row
  return {
    ...rest,
    ...(item === undefined ? {} : { item: codeOf(item) }),
    ...(items === undefined ? {} : { items: items.map(codeOf) }),
    ...(into === undefined ? {} : { into: Array.isArray(into) ? into.map(codeOf) : codeOf(into) }),
  }
}

/** How an undertaken item came to the city, by its key: by authorisation of its own or entrusted. */
export function powerSourcesOf(tables: readonly DecisionTable[]): Map<string, 'delegated' | 'entrusted'> {
  const rows = tables.flatMap(({ stage, actions }) => (stage === 'revoked' ? [] : actions))
  return new Map(
    rows.flatMap(({ action, item, mode }): [string, 'delegated' | 'entrusted'][] =>
      action === 'undertake' && item !== undefined ? [[item, mode === 'entrusted' ? 'entrusted' : 'delegated']] : [],
    ),
  )
}
