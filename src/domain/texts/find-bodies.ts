import type { Agency } from '../../schema/types.ts'
import { groupBy } from '../group-by.ts'

/** An agency of the catalogue that a text names. */
export interface WrittenBody {
  /** Code of the agency. */
  agency: string
  text: string
  start: number
  end: number
}

type Agencies = ReadonlyMap<string, Agency>

/** Shorter names are no names: 市局 could be anybody. */
const shortest = 3

/** What an agency may be called: its name, the name without the city, and its short name. */
export function namesOf({ name, shortName }: Pick<Agency, 'name' | 'shortName'>): string[] {
  const local = name.replace(/^[^市]{2,4}市(?=.{3})/, '市')
  return [...new Set([name, local, ...(shortName === null ? [] : [shortName])])].filter((one) => one.length >= shortest)
}

/** Agencies that a text names in full or short; of names within one another only the longest. */
export function findBodies(text: string, agencies: Agencies): WrittenBody[] {
  const names = namesIn(agencies)
  const found: WrittenBody[] = []
  for (let start = 0; start + shortest <= text.length; start += 1) {
    const written = names.get(text.slice(start, start + shortest))?.find(({ name }) => text.startsWith(name, start))
    if (written === undefined) continue
    const end = start + written.name.length
    found.push({ agency: written.agency, text: written.name, start, end })
    start = end - 1
  }
  return found
}

/** Names by their first characters, the longest first: however many agencies there are, a text is read once. */
type NameTable = ReadonlyMap<string, readonly { name: string; agency: string }[]>

const tables = new WeakMap<Agencies, NameTable>()

function namesIn(agencies: Agencies): NameTable {
  const known = tables.get(agencies)
  if (known !== undefined) return known
  const codes = new Map<string, string>()
  for (const agency of agencies.values()) {
    for (const name of namesOf(agency)) if (!codes.has(name)) codes.set(name, agency.code)
  }
  const names = [...codes].map(([name, agency]) => ({ name, agency })).sort((a, b) => b.name.length - a.name.length)
  const table = groupBy(names, ({ name }) => name.slice(0, shortest))
  tables.set(agencies, table)
  return table
}
