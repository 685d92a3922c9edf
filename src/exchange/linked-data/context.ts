const zh = (id: string) => ({ '@id': id, '@language': 'zh-CN' })
const link = (id: string) => ({ '@id': id, '@type': '@id' })
const typed = (id: string, type: string) => ({ '@id': id, '@type': type })

/**
 * The context of the linked data: every term is said in the document itself, so that it can be read without a network.
 *
 * Terms are those of CPSV-AP 3.2 (public services) and schema.org; what neither has (two time limits with their units, the kinds of Chinese approval
 * items) has terms of this project below `urn:banshi:terms:`.
 */
export const context = {
  '@version': 1.1,
  bs: 'urn:banshi:terms:',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  identifier: 'dct:identifier',
  title: zh('dct:title'),
  description: zh('dct:description'),
  label: zh('skos:prefLabel'),
  alternateName: zh('schema:alternateName'),
  keyword: zh('dcat:keyword'),
  language: link('dct:language'),
  spatial: link('dct:spatial'),
  publisher: link('dct:publisher'),
  hasPart: link('dct:hasPart'),
  isPartOf: link('dct:isPartOf'),
  kind: link('dct:type'),
  audience: link('dct:audience'),
  thematicArea: link('cv:thematicArea'),
  competentAuthority: link('cv:hasCompetentAuthority'),
  legalResource: link('cv:hasLegalResource'),
  requirement: link('cv:holdsRequirement'),
  inputType: link('cv:hasInputType'),
  output: link('cpsv:produces'),
  cost: link('cv:hasCost'),
  channel: link('cv:hasChannel'),
  relatedService: link('cv:relatedService'),
  processingTime: typed('cv:processingTime', 'xsd:duration'),
  inScheme: link('skos:inScheme'),
  statutoryTimeLimit: 'bs:statutoryTimeLimit',
  promisedTimeLimit: 'bs:promisedTimeLimit',
  mainItem: link('bs:mainItem'),
  legalBasis: 'bs:legalBasis',
  law: link('bs:law'),
  article: zh('bs:article'),
  value: typed('schema:value', 'xsd:integer'),
  unit: 'schema:unitText',
  text: zh('schema:description'),
  inForceFrom: typed('eli:first_date_entry_in_force', 'xsd:date'),
  noLongerInForce: typed('eli:date_no_longer_in_force', 'xsd:date'),
} as const
