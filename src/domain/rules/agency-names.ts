import type { Agency } from '../../schema/types.ts'
import { plainName } from '../plain-names.ts'

type Agencies = ReadonlyMap<string, Agency>

const tables = new WeakMap<Agencies, ReadonlyMap<string, ReadonlySet<string>>>()
const nobody: ReadonlySet<string> = new Set()

/**
 * Codes of the agencies that are called so, in official order: 市发改委 and its full name are the same body. Of several cities' agencies many
 * share a short name.
 */
export function findNamed(body: string, agencies: Agencies): ReadonlySet<string> {
  const table = tables.get(agencies) ?? nameAgencies(agencies)
  tables.set(agencies, table)
  return table.get(plainName(body)) ?? nobody
}

function nameAgencies(agencies: Agencies): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>()
  for (const [code, { name, shortName }] of agencies) {
    for (const one of shortName === null ? [name] : [name, shortName]) {
      const plain = plainName(one)
      table.set(plain, (table.get(plain) ?? new Set()).add(code))
    }
  }
  return table
}
