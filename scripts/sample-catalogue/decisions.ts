import type { AdjustmentDecision } from '../../src/schema/types.ts'
import type { DecisionRow, DecisionTable } from './tables.ts'

/** Fields of a row that name items. */
const single = ['item'] as const

/** The decisions of the tables with the codes of the items in place of their keys. Throws where a key has no item. */
export function decisionsOf(
  tables: readonly DecisionTable[],
  codes: ReadonlyMap<string, string>,
): Partial<AdjustmentDecision>[] {
  const codeOf = (key: string) => {
    const code = codes.get(key)
    if (code === undefined) throw new Error(`no item ${key} for a decision`)
    return code
  }
  return tables.map((table) => ({ ...table, actions: table.actions.map((row) => actionOf(row, codeOf)) }) as never)
}

function actionOf(row: DecisionRow, codeOf: (key: string) => string): object {
  const { items, into, ...rest } = row
  const named = single.flatMap((field) => (row[field] === undefined ? [] : [[field, codeOf(row[field])]]))
  return {
    ...rest,
    ...Object.fromEntries(named),
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
