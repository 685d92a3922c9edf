import { writeDuration } from '../../domain/durations.ts'
import { labels } from '../../domain/labels.ts'
import type { ApprovalItem, OptionalDuration } from '../../schema/types.ts'
import { type Addresses, codeAddress } from './addresses.ts'

/** A node of the graph. */
export type Node = { id: string; type: string | string[]; [term: string]: unknown }

/** An item as a public service, and the nodes that belong to it alone. */
export function serviceNodes(item: ApprovalItem, at: Addresses): Node[] {
  const parts = partsOf(item, at)
  const linksTo = (type: string) => parts.filter((node) => node.type === type).map(({ id }) => id)
  const { code, name, agency, guide } = item
  const service: Node = {
    id: at.item(code),
    type: ['cpsv:PublicService', 'schema:GovernmentService'],
    identifier: code,
    title: name,
    description: guide?.scope ?? name,
    alternateName: item.aliases,
    keyword: item.keywords,
    language: chinese,
    spatial: at.city,
    isPartOf: at.catalogue,
    kind: codeAddress('type', item.type),
    audience: item.audiences.map((audience) => codeAddress('audience', audience)),
    thematicArea: item.themes.map(at.theme),
    competentAuthority: at.agency(agency),
    legalResource: [...new Set(item.legalBases.map(({ law }) => at.law(law)))],
    legalBasis: item.legalBases.map(({ law, articles }) => ({ law: at.law(law), article: articles })),
    requirement: linksTo('cv:Requirement'),
    inputType: linksTo('cv:EvidenceType'),
    output: linksTo('cv:Output'),
    cost: linksTo('cv:Cost'),
    channel: linksTo('cv:Channel'),
    statutoryTimeLimit: limitNode(item.statutoryTimeLimit),
    promisedTimeLimit: limitNode(item.promisedTimeLimit),
    processingTime: durationText(item.promisedTimeLimit),
    mainItem: item.parent === null ? undefined : at.item(item.parent),
  }
  return [withoutBlanks(service), ...parts.map(withoutBlanks)]
}

/** Language of every text. */
export const chinese = 'http://publications.europa.eu/resource/authority/language/ZHO'

function partsOf({ code, guide }: ApprovalItem, at: Addresses): Node[] {
  if (guide === null) return []
  const id = (kind: string, index: number) => at.part(code, kind, index + 1)
  const named = (kind: string, index: number) => ({ id: id(kind, index), identifier: `${code}/${kind}/${index + 1}` })
  return [
    ...guide.conditions.map((condition, index) => ({
      ...named('condition', index),
      type: 'cv:Requirement',
      title: condition,
    })),
    ...guide.materials.map((material, index) => ({
      ...named('material', index),
      type: 'cv:EvidenceType',
      title: material.name,
      description: material.standard,
    })),
    ...guide.results.map((result, index) => ({
      ...named('result', index),
      type: 'cv:Output',
      title: result.name,
      description: result.validity,
    })),
    ...guide.fees.map((fee, index) => ({
      ...named('fee', index),
      type: 'cv:Cost',
      description: [fee.name, fee.standard].filter((part) => part !== null).join('：'),
    })),
    ...guide.receipt.ways.map((way, index) => ({
      ...named('channel', index),
      type: 'cv:Channel',
      description: way === 'window' ? (guide.receipt.place ?? labels.receiptWay[way]) : labels.receiptWay[way],
    })),
  ]
}

const unitWords = {
  'working-day': '工作日',
  'calendar-day': '自然日',
  month: '月',
  year: '年',
  hour: '小时',
} as const

/** A limit with its unit as it is counted: no standard has a unit for working days. */
function limitNode(limit: OptionalDuration): object | undefined {
  if (limit === null) return undefined
  const text = writeDuration(limit)
  if (limit.unit === 'instant') return { type: 'schema:QuantitativeValue', value: 0, unit: '当场', text }
  return { type: 'schema:QuantitativeValue', value: limit.amount, unit: unitWords[limit.unit], text }
}

const durations = {
  'calendar-day': (amount: number) => `P${amount}D`,
  month: (amount: number) => `P${amount}M`,
  year: (amount: number) => `P${amount}Y`,
  hour: (amount: number) => `PT${amount}H`,
} as const

/** The promise as xsd:duration, where that says the same; of working days it would say something else, so it is left out. */
function durationText(limit: OptionalDuration): string | undefined {
  if (limit === null || limit.unit === 'working-day') return undefined
  return limit.unit === 'instant' ? 'PT0S' : durations[limit.unit](limit.amount)
}

/** A node without terms that say nothing. */
export function withoutBlanks(node: Node): Node {
  const kept = Object.entries(node).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  // Identity and type are never blank.
  return Object.fromEntries(kept) as Node
}
