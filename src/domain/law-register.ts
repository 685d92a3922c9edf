import type { ApprovalItem, Day, Law, LegalBasis } from '../schema/types.ts'

/** Laws by title and by full title, without book marks. */
export type LawRegister = ReadonlyMap<string, Law>

/** The register of the laws given. A title that items cite goes before the full title of another law. */
export function registerLaws(laws: Iterable<Law>): LawRegister {
  const all = [...laws]
  const byFullTitle = all.flatMap((law) => (law.fullTitle === null ? [] : [[law.fullTitle, law] as const]))
  return new Map([...byFullTitle, ...all.map((law) => [law.title, law] as const)])
}

const state = '中华人民共和国'

/** The law of a title, written with or without book marks and with or without 中华人民共和国. */
export function findLaw(register: LawRegister, title: string): Law | undefined {
  const plain = title.trim().replace(/^《(.*)》$/, '$1')
  const other = plain.startsWith(state) ? plain.slice(state.length) : `${state}${plain}`
  return register.get(plain) ?? register.get(other)
}

/** Whether a law is in force on a day. An unknown beginning counts as long ago. */
export function standingOfLaw({ inForceFrom, repealedOn }: Law, day: Day): 'planned' | 'in-force' | 'repealed' {
  if (repealedOn !== null && repealedOn <= day) return 'repealed'
  return inForceFrom !== null && inForceFrom > day ? 'planned' : 'in-force'
}

/** The newest amendment up to a day that is later than what was read; `undefined`: none. */
export function findAmendment({ amendedOn }: Law, readOn: Day, day: Day): Day | undefined {
  return amendedOn.filter((amended) => amended > readOn && amended <= day).at(-1)
}

/** A law cited by an item as data, and where. */
export interface Citation extends LegalBasis {
  /** JSON pointer of the basis inside the item. */
  path: string
}

/** Every legal basis of an item: its own, those of its materials and of its fees. */
export function listCitations({ legalBases, guide }: ApprovalItem): Citation[] {
  return [
    ...legalBases.map((basis, index) => ({ ...basis, path: `/legalBases/${index}` })),
    ...(guide?.materials ?? []).flatMap(({ basis }, index) =>
      basis === null ? [] : [{ ...basis, path: `/guide/materials/${index}/basis` }],
    ),
    ...(guide?.fees ?? []).flatMap(({ basis }, index) =>
      basis === null ? [] : [{ ...basis, path: `/guide/fees/${index}/basis` }],
    ),
  ]
}
