import type { Agency } from '../../schema/types.ts'

/** An agency of the catalogue that a text names. */
export interface WrittenBody {
  /** Code of the agency. */
  agency: string
  text: string
  start: number
  end: number
}

type Agencies = ReadonlyMap<string, Agency>

/** What an agency may be called: its name, the name without the city, and its short name. */
export function namesOf({ name, shortName }: Pick<Agency, 'name' | 'shortName'>): string[] {
  const local = name.replace(/^[^市]{2,4}市(?=.{3})/, '市')
  return [...new Set([name, local, ...(shortName === null ? [] : [shortName])])].filter((one) => one.length >= 3)
}

/** Agencies that a text names in full or short; of names within one another only the longest. */
export function findBodies(text: string, agencies: Agencies): WrittenBody[] {
  const { codes, form } = namesIn(agencies)
  if (form === null) return []
  return [...text.matchAll(form)].flatMap(({ 0: name, index }) => {
    const agency = codes.get(name)
    return agency === undefined ? [] : [{ agency, text: name, start: index, end: index + name.length }]
  })
}

interface NameTable {
  codes: ReadonlyMap<string, string>
  /** Any of the names, the longest first; `null`: there are none. */
  form: RegExp | null
}

const tables = new WeakMap<Agencies, NameTable>()

function namesIn(agencies: Agencies): NameTable {
  const known = tables.get(agencies)
  if (known !== undefined) return known
  const codes = new Map<string, string>()
  for (const agency of agencies.values()) {
    for (const name of namesOf(agency)) if (!codes.has(name)) codes.set(name, agency.code)
  }
  const names = [...codes.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
  const table = { codes, form: names.length === 0 ? null : new RegExp(names.join('|'), 'gu') }
  tables.set(agencies, table)
  return table
}
