import { describe, expect, it } from '@jest/globals'
import { context } from '../../../src/exchange/linked-data/context.ts'
import { linkedData } from '../../../src/exchange/linked-data/linked-data.ts'
import type { WritableDocument } from '../../../src/ports/catalogue-files.ts'
import { openSample } from '../../catalog/the-sample.ts'

type Node = Record<string, unknown> & { id: string; type: string | string[] }

const { items, agencies, laws, policy, regions } = openSample()
const documents: WritableDocument[] = [
  { kind: 'policy', document: policy },
  { kind: 'regions', document: regions },
  { kind: 'agencies', document: agencies },
  { kind: 'laws', document: laws },
  ...items.map((document): WritableDocument => ({ kind: 'item', document })),
]
const text = linkedData(documents)
const { '@context': said, '@graph': graph }: { '@context': typeof context; '@graph': Node[] } = JSON.parse(text)
const byId = new Map(graph.map((node) => [node.id, node]))
const typesOf = (node: Node | undefined) => [node?.type ?? []].flat()
const services = graph.filter((node) => typesOf(node).includes('cpsv:PublicService'))

/** Every object of the graph, those inside others as well. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const entry of value) yield* objectsIn(entry)
  else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>
    for (const inner of Object.values(value)) yield* objectsIn(inner)
  }
}
const objects = [...objectsIn(graph)]
const terms: Record<string, string | { '@id'?: string; '@type'?: string }> = { ...said, '@version': '' }
const prefixes = new Set(
  Object.keys(terms).filter((term) => typeof terms[term] === 'string' && /[/#:]$/.test(String(terms[term]))),
)

describe('the linked data of the sample catalogue', () => {
  it('says its whole context itself, so that nothing is fetched', () => {
    expect(said).toEqual(JSON.parse(JSON.stringify(context)))
    const addresses = Object.values(terms).map((term) => (typeof term === 'string' ? term : (term['@id'] ?? '')))
    for (const address of addresses) {
      const [prefix = ''] = address.split(':')
      expect(address === '' || address.startsWith('@') || /^(?:https?|urn)$/.test(prefix) || prefixes.has(prefix)).toBe(
        true,
      )
    }
  })

  it('uses no term that its context does not define', () => {
    const used = new Set(objects.flatMap((object) => Object.keys(object)))
    expect([...used].filter((term) => !Object.hasOwn(terms, term))).toEqual([])
    const types = new Set(objects.flatMap(({ type }) => [type ?? []].flat() as string[]))
    expect([...types].filter((type) => !prefixes.has(type.split(':')[0] ?? ''))).toEqual([])
  })

  it('names every node once, by an absolute address', () => {
    expect(byId.size).toBe(graph.length)
    expect(graph.filter(({ id }) => !/^(?:urn:banshi:|http:)[^\s<>"{}|\\^`]+$/.test(id))).toEqual([])
  })

  it('leads every link to a node of its own, with a type', () => {
    const links = Object.keys(terms).filter((term) => {
      const meant = terms[term]
      return typeof meant === 'object' && meant['@type'] === '@id'
    })
    const targets = objects.flatMap((object) => links.flatMap((term) => [object[term] ?? []].flat() as string[]))
    expect(targets.length).toBeGreaterThan(5_000)
    expect([...new Set(targets)].filter((target) => typesOf(byId.get(target)).length === 0)).toEqual([])
  })

  it('has each item as a public service with what CPSV-AP asks of one', () => {
    expect(services).toHaveLength(items.length)
    for (const service of services) {
      expect(service).toMatchObject({
        identifier: expect.any(String),
        title: expect.any(String),
        description: expect.any(String),
        competentAuthority: expect.any(String),
      })
      expect(typesOf(byId.get(String(service.competentAuthority)))).toContain('cv:PublicOrganisation')
    }
  })

  it('says each limit with its unit, and a processing time only where a duration says the same', () => {
    const service = byId.get('urn:banshi:xiangtan:item:fgw-004')
    expect(service).toMatchObject({
      promisedTimeLimit: { value: 6, unit: '工作日', text: '6个工作日' },
      statutoryTimeLimit: { value: 20, unit: '工作日' },
    })
    expect(service).not.toHaveProperty('processingTime')
    const [instant] = items.filter(({ promisedTimeLimit }) => promisedTimeLimit?.unit === 'instant')
    expect(byId.get(`urn:banshi:xiangtan:item:${instant?.code}`)?.processingTime).toBe('PT0S')
  })

  it('is the same bytes for the same catalogue', () => {
    expect(linkedData(documents)).toBe(text)
  })
})
