import { labels } from '../../domain/labels.ts'
import type { WritableDocument } from '../../ports/catalogue-files.ts'
import type { Agencies, ApprovalItem, Laws } from '../../schema/types.ts'
import { type Addresses, addressesIn, codeAddress } from './addresses.ts'
import { context } from './context.ts'
import { chinese, type Node, serviceNodes, withoutBlanks } from './service-node.ts'

/** A catalogue as linked data: one JSON-LD document, items as public services of CPSV-AP and schema.org. The same catalogue gives the same bytes. */
export function linkedData(documents: readonly WritableDocument[]): string {
  const items = documents.flatMap((entry) => (entry.kind === 'item' ? [entry.document] : []))
  const agencies = documents.flatMap((entry) => (entry.kind === 'agencies' ? entry.document.agencies : []))
  const laws = documents.flatMap((entry) => (entry.kind === 'laws' ? entry.document.laws : []))
  const city = cityOf(documents)
  const at = addressesIn(city.code)
  const graph = [
    ...catalogueNodes(city, items, at),
    ...agencies.map((agency) => agencyNode(agency, at)),
    ...laws.map((law) => lawNode(law, at)),
    ...conceptNodes(items, at),
    ...items.flatMap((item) => serviceNodes(item, at)),
  ]
  return `${JSON.stringify({ '@context': context, '@graph': graph.map(withoutBlanks) }, null, 2)}\n`
}

interface City {
  code: string
  name: string
}

function cityOf(documents: readonly WritableDocument[]): City {
  for (const entry of documents) if (entry.kind === 'regions') return entry.document.city
  for (const entry of documents) {
    if (entry.kind === 'policy') return { code: entry.document.city.region, name: entry.document.city.name }
  }
  return { code: 'city', name: '本市' }
}

function catalogueNodes(city: City, items: readonly ApprovalItem[], at: Addresses): Node[] {
  const publisher = `${at.city}:government`
  return [
    {
      id: at.catalogue,
      type: 'dcat:Dataset',
      title: `${city.name}行政审批事项目录`,
      description: `${city.name}的行政审批事项和办事指南。`,
      publisher,
      hasPart: items.map(({ code }) => at.item(code)),
    },
    {
      id: publisher,
      type: ['cv:PublicOrganisation', 'foaf:Agent'],
      identifier: city.code,
      label: `${city.name}人民政府`,
      title: `${city.name}人民政府`,
      spatial: at.city,
    },
    { id: at.city, type: 'dct:Location', title: city.name },
    { id: chinese, type: 'dct:LinguisticSystem' },
  ]
}

function agencyNode({ code, name, shortName }: Agencies['agencies'][number], at: Addresses): Node {
  const type = ['cv:PublicOrganisation', 'schema:GovernmentOrganization']
  return { id: at.agency(code), type, identifier: code, label: name, alternateName: shortName, spatial: at.city }
}

function lawNode(
  { title, fullTitle, inForceFrom, repealedOn, documentNumber }: Laws['laws'][number],
  at: Addresses,
): Node {
  return {
    id: at.law(title),
    type: ['eli:LegalResource', 'schema:Legislation'],
    title: fullTitle ?? title,
    identifier: documentNumber,
    inForceFrom,
    noLongerInForce: repealedOn,
  }
}

/** Every code that a service names is a concept of the document: whoever checks it finds its type. */
function conceptNodes(items: readonly ApprovalItem[], at: Addresses): Node[] {
  const themes = [...new Set(items.flatMap(({ themes: all }) => all))].sort()
  return [
    ...schemeNodes('type', '事项类型', labels.type),
    ...schemeNodes('audience', '服务对象', labels.audience),
    ...themes.map((theme) => ({ id: at.theme(theme), type: 'skos:Concept', label: theme })),
  ]
}

function schemeNodes(list: string, label: string, codes: Readonly<Record<string, string>>): Node[] {
  const inScheme = `urn:banshi:code:${list}`
  return [
    { id: inScheme, type: 'skos:ConceptScheme', label },
    ...Object.entries(codes).map(([code, word]) => ({
      id: codeAddress(list, code),
      type: 'skos:Concept',
      label: word,
      inScheme,
    })),
  ]
}
