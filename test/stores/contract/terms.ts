import { expect, it } from '@jest/globals'
import type { TermEntry, TermIndex, TermWrite, WantedTerm } from '../../../src/ports/term-index.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'
import type { CurrentStore } from '../describe-catalog-store.ts'

function anEntry(code: string, terms: Record<string, number>): TermEntry {
  return { code, digest: `digest of ${code}`, terms: Object.entries(terms).map(([text, weight]) => ({ text, weight })) }
}

const whole = (text: string): WantedTerm => ({ text, isPrefix: false })
const beginning = (text: string): WantedTerm => ({ text, isPrefix: true })

const food = anEntry('spj-001', { 食品: 100, 品经: 100, 经营: 100, '~spjy': 100, b2: 10 })
const factory = anEntry('spj-002', { 食品: 100, 品生: 100, 经营: 10, '~spsc': 100 })
const project = anEntry('fgw-001', { 企业: 100, 经营: 40, b21: 15, 食: 30, 𠮷食: 60 })

/** The index of terms: written in turns, matched by groups. */
export function itKeepsTerms(store: CurrentStore): void {
  const terms = (): TermIndex => store().terms
  const write = async (part: Partial<TermWrite>) => {
    const { turn } = await terms().state()
    expect(await terms().write({ seenTurn: turn, put: [], remove: [], ...part })).toBe(true)
  }
  const match = async (mode: 'all' | 'any', ...groups: WantedTerm[][]) =>
    (await terms().match(groups, mode)).map(({ code, weights }) => [code, ...weights])

  it('begins empty, and says so', async () => {
    expect(await terms().state()).toEqual({ revision: 0, rules: '', turn: 0 })
    expect((await terms().digests()).size).toBe(0)
    expect(await match('any', [whole('食品')])).toEqual([])
  })

  it('keeps what each part puts, and says how far it is only when it is told', async () => {
    await write({ put: [food] })
    expect(await terms().state()).toMatchObject({ revision: 0, rules: '' })
    await write({ put: [project], upTo: { revision: 7, rules: '1' } })
    expect(await terms().state()).toEqual({ revision: 7, rules: '1', turn: 2 })
    await write({ put: [factory] })
    expect(await terms().state()).toEqual({ revision: 7, rules: '1', turn: 3 })
    expect(await terms().digests()).toEqual(new Map([food, project, factory].map(({ code, digest }) => [code, digest])))
  })

  it('refuses the part of a writer who has not seen the last one, whole', async () => {
    await write({ put: [food] })
    const late = { seenTurn: 0, put: [project], remove: ['spj-001'], upTo: { revision: 9, rules: '1' } }
    expect(await terms().write(late)).toBe(false)
    expect([...(await terms().digests()).keys()]).toEqual(['spj-001'])
    expect(await terms().state()).toEqual({ revision: 0, rules: '', turn: 1 })
  })

  it('lets one of several writers at once through', async () => {
    const parts = [food, factory, project].map((entry) => terms().write({ seenTurn: 0, put: [entry], remove: [] }))
    const written = await Promise.all(parts)
    expect(written.filter((isWritten) => isWritten)).toHaveLength(1)
    expect((await terms().digests()).size).toBe(1)
  })

  it('puts an item in the place of what was kept of it, and forgets the ones that are removed', async () => {
    await write({ put: [food, factory, project] })
    await write({
      put: [{ ...food, digest: 'new', terms: [{ text: '餐饮', weight: 100 }] }],
      remove: ['spj-002', 'x-9'],
    })
    expect(await match('any', [whole('食品')], [whole('餐饮')])).toEqual([['spj-001', 0, 100]])
    expect((await terms().digests()).get('spj-001')).toBe('new')
  })

  it.each<[string, 'all' | 'any', WantedTerm[][], unknown[][]]>([
    [
      'of every group',
      'all',
      [[whole('食品')], [whole('经营')]],
      [
        ['spj-001', 100, 100],
        ['spj-002', 100, 10],
      ],
    ],
    [
      'of any group',
      'any',
      [[whole('品经')], [whole('企业')]],
      [
        ['fgw-001', 0, 100],
        ['spj-001', 100, 0],
      ],
    ],
    [
      'with the greatest weight in a group',
      'all',
      [[whole('食'), whole('经营')]],
      [
        ['fgw-001', 40],
        ['spj-001', 100],
        ['spj-002', 10],
      ],
    ],
    [
      'that begins so',
      'all',
      [[beginning('食')]],
      [
        ['fgw-001', 30],
        ['spj-001', 100],
        ['spj-002', 100],
      ],
    ],
    ['that is so and not longer', 'all', [[whole('b2')]], [['spj-001', 10]]],
    [
      'that is so or longer',
      'all',
      [[beginning('b2')]],
      [
        ['fgw-001', 15],
        ['spj-001', 10],
      ],
    ],
    ['beyond the first plane', 'all', [[beginning('𠮷')]], [['fgw-001', 60]]],
    [
      'by one group twice',
      'all',
      [[whole('食品')], [whole('食品')]],
      [
        ['spj-001', 100, 100],
        ['spj-002', 100, 100],
      ],
    ],
    ['that only a pattern would find', 'any', [[beginning('.')], [beginning('%')], [whole('食_')]], []],
    ['that nothing has', 'all', [[whole('食品')], [whole('月球')]], []],
    ['of no group', 'any', [], []],
  ])('matches a term %s', async (_, mode, groups, expected) => {
    await write({ put: [food, factory, project] })
    expect(await match(mode, ...groups)).toEqual(expected)
  })

  it('takes hundreds of items of hundreds of terms in one part', async () => {
    const letters = Array.from({ length: 200 }, (_, index) => `t${1000 + index}`)
    const terms = Object.fromEntries(letters.map((text) => [text, 15]))
    await write({ put: Array.from({ length: 50 }, (_, index) => anEntry(`x-${100 + index}`, terms)) })
    expect(await match('all', [whole('t1000')], [beginning('t11')])).toHaveLength(50)
  })

  it('is no part of the catalogue: a commit leaves it as it is', async () => {
    await write({ put: [food], upTo: { revision: 1, rules: '1' } })
    await store().commit([anItemChange(aMinimalItem())], aContext())
    expect(await terms().state()).toEqual({ revision: 1, rules: '1', turn: 1 })
    expect(await store().countLog({ after: 0, through: 9 })).toBe(1)
  })

  it('says that the store is closed', async () => {
    await store().close()
    const questions = [terms().state(), terms().digests(), terms().match([[whole('食品')]], 'any')]
    for (const question of questions) await expect(question).rejects.toMatchObject({ code: 'store-unavailable' })
  })
}
