import { dayBefore } from '../../src/domain/days.ts'
import { writeChronicle } from '../../src/domain/decisions/chronicle.ts'
import { isGone } from '../../src/domain/decisions/standing.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { Agencies, ApprovalItem, Policy, Regions } from '../../src/schema/types.ts'
import { decisionsOf, powerSourcesOf } from './decisions.ts'
import { itemOf } from './item.ts'
import { lawsOf } from './laws.ts'
import type { SourceAgency, Tables } from './tables.ts'

const categories: Record<string, Agencies['agencies'][number]['category']> = {
  市直: 'municipal',
  中央驻潭: 'central',
  省驻潭: 'provincial',
}
const confidences: Record<string, string> = { high: '较高', medium: '一般', low: '较低' }

/** Everything that the sample catalogue says. */
export function catalogueOf(tables: Tables) {
  const codes = codesOf(tables)
  const powers = powerSourcesOf(tables.decisions)
  const written = tables.items.map((source) => itemOf(source, { codes, powers }, tables))
  const decisions = decisionsOf(tables.decisions, codes, written)
  const items = endGuides(written, decisions)
  return {
    policy: tables.city.policy satisfies Policy,
    regions: regionsOf(tables),
    agencies: { agencies: tables.agencies.map((agency) => agencyOf(agency, tables)) } satisfies Agencies,
    laws: { laws: lawsOf(items, tables) },
    items,
    decisions,
  }
}

/** Nobody checks a guide after its item is gone: the last check of such a guide is on the last day of the item. */
function endGuides(items: ApprovalItem[], drafts: readonly unknown[]): ApprovalItem[] {
  const decisions = drafts.flatMap((draft) => checkDocument('decision', draft).document ?? [])
  const chronicle = writeChronicle(items, decisions)
  return items.map((item) => {
    const checkedOn = item.guide?.checkedOn
    const standing = checkedOn ? chronicle.standingOn(item.code, checkedOn) : undefined
    if (item.guide === null || !standing?.since || !isGone(standing)) return item
    return { ...item, guide: { ...item.guide, checkedOn: dayBefore(standing.since) } }
  })
}

/** Codes by key, given out in the order of the source, agency by agency: a new item goes to the end of the source. */
function codesOf({ items, agencyCodes }: Tables): Map<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    items.map(({ id, agencyCode }) => {
      const agency = agencyCodes[agencyCode]?.code
      if (agency === undefined) throw new Error(`no code for agency ${agencyCode}`)
      const count = (counts.get(agency) ?? 0) + 1
      counts.set(agency, count)
      return [id, `${agency}-${String(count).padStart(3, '0')}`]
    }),
  )
}

function regionsOf({ city: { regions } }: Tables): Regions {
  const provenance = { facts: 'illustrative' as const, verified: false, note: regions.note, source: null, parts: [] }
  return {
    city: regions.city,
    regions: regions.regions.map((region) => ({ ...region, from: null, to: null, provenance })),
  }
}

function agencyOf(agency: SourceAgency, { agencyCodes }: Tables): Agencies['agencies'][number] {
  const { officialName: name, shortName, category, confidence, note, code } = agency
  const coded = agencyCodes[code]
  return {
    code: coded?.code ?? '',
    name,
    shortName,
    category: categories[category] ?? 'municipal',
    nature: 'statutory',
    from: coded?.from ?? null,
    to: coded?.to ?? null,
    successor: coded?.successor ?? null,
    note,
    powers: [],
    provenance: {
      facts: 'illustrative',
      verified: false,
      note: `没有找到44家部门的名单原文，名称按2014年前后的机构设置写出，把握${confidences[confidence] ?? '一般'}。`,
      source: null,
      parts: [],
    },
  }
}
