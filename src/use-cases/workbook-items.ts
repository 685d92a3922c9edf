import type { Violation } from '../domain/catalog-error.ts'
import type { WorkbookPart } from '../ports/catalogue-files.ts'
import type { Agencies, ApprovalItem } from '../schema/types.ts'
import type { StoredCatalogue } from './check-batch.ts'

/** A part of which it is known which document it is. */
export type PartAsDocument = WorkbookPart & { id: string }

interface Identified {
  parts: PartAsDocument[]
  violations: { part: WorkbookPart; violation: Violation }[]
}

type AgencyList = Agencies['agencies']

/**
 * Tells of each row which item it is: by its code; without one by agency and name; and when there is none of that name yet it gets the
 * agency's next number. Agencies and main items that are given by name are looked up.
 */
export function identifyItems(parts: readonly WorkbookPart[], stored: StoredCatalogue): Identified {
  const violations: Identified['violations'] = []
  const refuse: Refuse = (part, pointer, rule, message) =>
    void violations.push({ part, violation: { pointer, rule, message } })
  const withAgencies = giveAgencies(parts, knownAgencies(parts, stored), refuse)
  const numbering = new Numbering(withAgencies, stored)
  const numbered = withAgencies.flatMap((part): PartAsDocument[] => {
    const id = part.id ?? numbering.findCode(part.fields)
    return id === undefined ? [] : [{ ...part, id }]
  })
  const complete = numbered.map((part) => {
    if (part.kind !== 'item') return part
    const { parent, fault } = findMain(part, numbered, stored)
    if (fault !== undefined) refuse(part, '/parent', 'unknown-main-item', fault)
    const fields = { ...part.fields, code: part.id, ...(parent === undefined ? {} : { parent }) }
    return { ...part, fields: withCitations(part, fields, stored) }
  })
  return { parts: complete, violations }
}

type Refuse = (part: WorkbookPart, pointer: string, rule: string, message: string) => void

function giveAgencies(parts: readonly WorkbookPart[], agencies: AgencyList, refuse: Refuse): WorkbookPart[] {
  return parts.map((part) => {
    if (part.kind !== 'item') return part
    const { code, fault } = findAgency(part, agencies)
    if (fault !== undefined) refuse(part, '/agency', 'unknown-agency', fault)
    return code === undefined ? part : { ...part, fields: { ...part.fields, agency: code } }
  })
}

/** Those of the workbook's own list as well. */
function knownAgencies(parts: readonly WorkbookPart[], stored: StoredCatalogue): AgencyList {
  const own = parts.flatMap(({ kind, fields }) => (kind === 'agencies' ? ((fields.agencies ?? []) as AgencyList) : []))
  return [...(stored.agencies?.agencies ?? []), ...own]
}

function findAgency({ id, fields, names }: WorkbookPart, agencies: AgencyList): { code?: string; fault?: string } {
  if (names.agency === undefined) {
    const isOpen = id === null && fields.agency === undefined
    return isOpen ? { fault: '没有写是哪个机构的事项。' } : {}
  }
  const plain = names.agency.replace(/\s/g, '')
  const found = agencies.filter(({ code, name, shortName }) => [code, name, shortName].includes(plain))
  const codes = [...new Set(found.map(({ code }) => code))]
  if (typeof fields.agency === 'string') {
    // A name that is no longer the agency's is no fault: its code says which is meant.
    const isOther = codes.length > 0 && !codes.includes(fields.agency)
    return isOther
      ? { fault: `机构代码 ${fields.agency} 和机构名称“${plain}”（${codes.join('、')}）不是同一个机构。` }
      : {}
  }
  if (codes.length === 1) return { code: codes[0] ?? '' }
  return {
    fault:
      codes.length === 0
        ? `机构表里没有“${plain}”。`
        : `“${plain}”是几个机构的名称：${codes.join('、')}，请写机构代码。`,
  }
}

/** Codes by agency and name, and the next free number of each agency. */
class Numbering {
  readonly #byName = new Map<string, string>()
  readonly #highest = new Map<string, number>()

  constructor(parts: readonly WorkbookPart[], stored: StoredCatalogue) {
    for (const { body } of stored.items) this.#add(body.code, body.agency, body.name)
    for (const { kind, id, fields } of parts) {
      if (kind === 'item' && id !== null) this.#add(id, String(fields.agency ?? ''), String(fields.name ?? ''))
    }
  }

  /** The code of an item by its agency and name, a new one when there is none; `undefined`: it has not both. */
  findCode({ agency, name }: WorkbookPart['fields']): string | undefined {
    if (typeof agency !== 'string' || typeof name !== 'string') return undefined
    const known = this.#byName.get(`${agency} ${name}`)
    if (known !== undefined) return known
    const code = `${agency}-${String((this.#highest.get(agency) ?? 0) + 1).padStart(3, '0')}`
    this.#add(code, agency, name)
    return code
  }

  #add(code: string, agency: string, name: string): void {
    this.#byName.set(`${agency} ${name}`, code)
    const [, prefix = '', number = ''] = /^(.+)-(\d+)$/.exec(code) ?? []
    this.#highest.set(prefix, Math.max(this.#highest.get(prefix) ?? 0, Number(number)))
  }
}

/** The main item of a sub-item, by its name and agency. */
function findMain(
  { fields, names }: PartAsDocument,
  parts: readonly PartAsDocument[],
  stored: StoredCatalogue,
): { parent?: string; fault?: string } {
  if (names.mainItem === undefined) return {}
  const isMain = (item: Partial<ApprovalItem>) => item.name === names.mainItem && item.agency === fields.agency
  const inBook = parts.find((part) => part.kind === 'item' && part.names.mainItem === undefined && isMain(part.fields))
  const parent = inBook?.id ?? stored.items.find(({ body }) => isMain(body))?.id
  if (parent !== undefined) return { parent }
  return { fault: `找不到主项“${names.mainItem}”：请给主项单列一行，子项名称空着。` }
}

/** Citations in one cell are those of the item itself; bases of its limit, fees and conditions stay. */
function withCitations(
  { id, citations }: PartAsDocument,
  fields: Record<string, unknown>,
  stored: StoredCatalogue,
): Record<string, unknown> {
  if (citations === undefined || fields.legalBases !== undefined) return fields
  const before = stored.items.find((item) => item.id === id)?.body.legalBases ?? []
  return { ...fields, legalBases: [...citations, ...before.filter((basis) => basis.for !== 'item')] }
}
