import type { Violation } from '../domain/catalog-error.ts'
import type { WorkbookPart } from '../ports/catalogue-files.ts'
import type { Agencies, ApprovalItem } from '../schema/types.ts'
import type { StoredCatalogue } from './check-batch.ts'
import { givenByDecisions, withoutGiven } from './given-by-decisions.ts'
import { MainItems, Numbering, type PartAsDocument } from './workbook-names.ts'

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
  const given = givenByDecisions(stored.decisions)
  const withAgencies = giveAgencies(parts, knownAgencies(parts, stored), refuse)
  const numbered = numberItems(withAgencies, new Numbering(withAgencies, stored, given), refuse)
  const mainItems = new MainItems(numbered, stored)
  const bodies = new Map(stored.items.map(({ id, body }) => [id, body]))
  const complete = numbered.map((part) => {
    if (part.kind !== 'item') return part
    const { parent, fault } = mainItems.find(part)
    if (fault !== undefined) refuse(part, '/parent', 'unknown-main-item', fault)
    const before = bodies.get(part.id)
    const own = before === undefined ? part.fields : withoutGiven(part.fields, given.get(part.id))
    const fields = { ...own, code: part.id, ...(parent === undefined ? {} : { parent }) }
    return { ...part, fields: withCitations(part, fields, before?.legalBases ?? []) }
  })
  return { parts: complete, violations }
}

/** Two rows must not be the same item. */
function numberItems(parts: readonly WorkbookPart[], numbering: Numbering, refuse: Refuse): PartAsDocument[] {
  const taken = new Set(parts.flatMap(({ kind, id }) => (kind === 'item' && id !== null ? [id] : [])))
  return parts.flatMap((part): PartAsDocument[] => {
    if (part.id !== null) return [{ ...part, id: part.id }]
    const id = numbering.findCode(part.fields)
    if (id === undefined) return []
    if (taken.has(id)) {
      refuse(part, '/name', 'repeated-code', `另有一行也是这个事项（${id}），一张表里只能有一行。`)
      return []
    }
    taken.add(id)
    return [{ ...part, id }]
  })
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

/** Citations in one cell are those of the item itself; bases of its limit, fees and conditions stay. */
function withCitations(
  { citations }: PartAsDocument,
  fields: Record<string, unknown>,
  before: ApprovalItem['legalBases'],
): Record<string, unknown> {
  if (citations === undefined || fields.legalBases !== undefined) return fields
  return { ...fields, legalBases: [...citations, ...before.filter((basis) => basis.for !== 'item')] }
}
