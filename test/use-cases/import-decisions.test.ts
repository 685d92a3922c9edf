import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { InputRefusedError, type Violation } from '../../src/domain/catalog-error.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { nodeSecrets as secrets } from '../../src/secrets/node-secrets.ts'
import { openMemoryCatalogStore } from '../../src/stores/memory/memory-catalog-store.ts'
import { openSqliteCatalogStore } from '../../src/stores/sqlite/sqlite-catalog-store.ts'
import { createImportCatalogue, type ImportReport } from '../../src/use-cases/import-catalogue.ts'
import { putFile, writeCatalogue } from '../builders/written-catalogue.ts'
import { putDecision, type WrittenRow, writeItems } from '../builders/written-decisions.ts'

const clock = { now: () => '2015-03-12T09:00:00+08:00', today: () => '2015-03-12' }
const files = createCatalogueFolder()
let root: string
let folder: string
let store: CatalogStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'banshi-decisions-'))
  folder = join(root, 'catalog')
  store = await openMemoryCatalogStore()
  await writeCatalogue(folder)
  await writeItems(folder, 6)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

const importPaths = (...paths: string[]) => createImportCatalogue({ store, files, clock, secrets })(paths)
const decide = (...decision: [id: string, day: string, rows: readonly WrittenRow[], more?: WrittenRow]) =>
  putDecision(folder, ...decision)
const importDecision = async (...decision: Parameters<typeof decide>) =>
  importPaths(join(folder, await decide(...decision)))

function violationsOf(refused: unknown): Violation[] {
  if (!(refused instanceof InputRefusedError)) throw new Error('not refused', { cause: refused })
  return refused.violations.map((found) => ({ ...found, file: found.file?.replace(`${folder}/`, '') ?? '' }))
}

/** The violations of an import that must leave the store as it was. */
async function refusalOf(work: Promise<unknown>, of: CatalogStore = store): Promise<Violation[]> {
  const before = await of.catalogueRevision()
  const refused = await work.catch((error: unknown) => error)
  expect(await of.catalogueRevision()).toBe(before)
  return violationsOf(refused)
}

const cancel = (item = 'fgw-001') => ({ action: 'cancel', item })

describe('a decision that fits', () => {
  it('is stored with the catalogue, or alone against what is stored', async () => {
    await decide('2014-1', '2014-05-04', [cancel()])
    expect((await importPaths(folder)).created.ids.decision).toEqual(['2014-1'])
    const report = await importDecision('2014-2', '2014-06-01', [cancel('fgw-002')])
    expect(report.created.ids).toEqual({ decision: ['2014-2'] })
  })

  it('may come before an earlier one: the order of files and batches does not matter', async () => {
    await importPaths(folder)
    await importDecision('2014-3', '2014-07-01', [{ action: 'rename', item: 'fgw-003', to: '新名称' }])
    await importDecision('2014-2', '2014-06-01', [{ action: 'suspend', item: 'fgw-003', until: '2014-06-30' }])
    await importDecision('2014-1', '2014-05-01', [{ action: 'create', item: 'fgw-003', reason: '新法设定' }])
    expect((await store.list('decision')).map(({ id }) => id)).toEqual(['2014-1', '2014-2', '2014-3'])
  })

  it('tells what is worth knowing, and that does not keep it out', async () => {
    await importPaths(folder)
    const { findings } = await importDecision('2014-1', '2014-05-04', [cancel()], { inTransit: null })
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'ADJ-21', severity: 'hint', subject: '2014-1' }))
  })

  it('is shown by a dry run and not stored', async () => {
    await importPaths(folder)
    const path = await decide('2014-1', '2014-05-04', [cancel()])
    const report = await createImportCatalogue({ store, files, clock, secrets })([join(folder, path)], { dryRun: true })
    expect(report.created.ids).toEqual({ decision: ['2014-1'] })
    expect(await store.list('decision')).toEqual([])
  })
})

describe('a decision that contradicts the catalogue is refused whole, with', () => {
  it('every contradiction by file, line, column and pointer, and the stored decision that it meets', async () => {
    await decide('2014-1', '2014-05-04', [cancel(), cancel('fgw-002')])
    await importPaths(folder)
    const second = [cancel('fgw-003'), { action: 'delegate', item: 'fgw-001' }, cancel('fgw-002')]
    const violations = await refusalOf(importDecision('2014-2', '2014-06-01', second))
    expect(violations).toMatchObject([
      { file: 'decisions/2014-2.yaml', line: 10, pointer: '/actions/1/item', rule: 'ADJ-04' },
      { file: 'decisions/2014-2.yaml', line: 11, pointer: '/actions/2/item', rule: 'ADJ-04' },
    ])
    expect(violations[0]?.column).toBeGreaterThan(1)
    expect(violations[0]?.message).toContain('见决定 2014-1')
  })

  it('the row that takes away what a stored later decision relies on, by the words of that one', async () => {
    await decide('2014-2', '2014-06-01', [{ action: 'rename', item: 'fgw-001', to: '新名称' }])
    await importPaths(folder)
    const violations = await refusalOf(importDecision('2014-1', '2014-05-04', [cancel('fgw-002'), cancel()]))
    expect(violations).toMatchObject([{ file: 'decisions/2014-1.yaml', pointer: '/actions/1/item', rule: 'ADJ-04' }])
    expect(violations[0]?.message).toMatch(/^已存的决定 2014-2（示例决定2014-2）会因此不能成立：.*已取消.*不能更名/)
  })

  it('the revocation of a decision that others build on', async () => {
    await decide('2014-1', '2014-05-04', [{ action: 'undertake', item: 'fgw-001' }])
    await decide('2014-2', '2014-06-01', [cancel()])
    await importPaths(folder)
    const revoked = { stage: 'revoked', revokedOn: '2014-05-20' }
    const violations = await refusalOf(
      importDecision('2014-1', '2014-05-04', [{ action: 'undertake', item: 'fgw-001' }], revoked),
    )
    expect(violations).toMatchObject([{ file: 'decisions/2014-1.yaml', pointer: '/actions/0/item', rule: 'ADJ-04' }])
    expect(violations[0]?.message).toContain('2014-2')
  })

  it.each<[string, readonly WrittenRow[], WrittenRow, Partial<Violation>]>([
    [
      'what it undertakes cancelled by itself',
      [{ action: 'undertake', item: 'fgw-001' }, cancel()],
      {},
      { pointer: '/actions/1/item', rule: 'ADJ-17' },
    ],
    ['one item in two rows', [cancel(), cancel()], {}, { pointer: '/actions/1/item', rule: 'ADJ-17' }],
    [
      'a merge of one source',
      [{ action: 'merge', items: ['fgw-001'], into: 'fgw-002' }],
      {},
      { pointer: '/actions/0/items', rule: 'ADJ-09' },
    ],
    [
      'a merge into one of its sources',
      [{ action: 'merge', items: ['fgw-001', 'fgw-002'], into: 'fgw-001' }],
      {},
      { pointer: '/actions/0/into', rule: 'ADJ-09' },
    ],
    [
      'a delegation to the city itself',
      [{ action: 'delegate', item: 'fgw-001', to: ['shili'] }],
      {},
      { pointer: '/actions/0/to/0' },
    ],
    [
      'an undertaking without the number of the superior',
      [{ action: 'undertake', item: 'fgw-001', superiorNumber: null }],
      {},
      { pointer: '/actions/0/superiorNumber', rule: 'ADJ-07' },
    ],
    ['a total that its rows do not come to', [cancel()], { declared: { cancel: 2 } }, { rule: 'ADJ-15' }],
    ['an effective day before its adoption', [cancel()], { adoptedOn: '2014-06-01' }, { rule: 'ADJ-03' }],
    ['no effective day', [cancel()], { effectiveOn: null }, { pointer: '/effectiveOn', rule: 'ADJ-01' }],
    ['an effective day that does not exist', [cancel()], { effectiveOn: '2014-02-30' }, { pointer: '/effectiveOn' }],
    ['an item that is not there', [cancel('fgw-999')], {}, { pointer: '/actions/0/item', rule: 'unknown-item' }],
  ])('%s', async (_what, rows, more, expected) => {
    await importPaths(folder)
    const violations = await refusalOf(importDecision('2014-1', '2014-05-04', rows, more))
    expect(violations).toContainEqual(expect.objectContaining({ file: 'decisions/2014-1.yaml', ...expected }))
    expect(violations.every(({ line, column }) => Number(line) > 0 && Number(column) > 0)).toBe(true)
  })

  it.each([
    [
      'two',
      [
        ['fgw-001', 'fgw-002', 'fgw-003'],
        ['fgw-003', 'fgw-004', 'fgw-001'],
      ],
    ],
    [
      'three',
      [
        ['fgw-001', 'fgw-002', 'fgw-003'],
        ['fgw-003', 'fgw-004', 'fgw-005'],
        ['fgw-005', 'fgw-006', 'fgw-001'],
      ],
    ],
  ])('a circle of %s merges, in one batch or one by one', async (_count, circle) => {
    await importPaths(folder)
    const paths = []
    for (const [index, [one, other, into]] of circle.entries()) {
      const row = { action: 'merge', items: [one, other], into }
      paths.push(join(folder, await decide(`2014-${index}`, `2014-0${index + 1}-01`, [row])))
    }
    expect(await refusalOf(importPaths(...paths))).not.toEqual([])
    for (const path of paths.slice(0, -1)) await importPaths(path)
    expect(await refusalOf(importPaths(...paths.slice(-1)))).not.toEqual([])
  })

  it('an unknown item told once, not again for what follows from it', async () => {
    await importPaths(folder)
    const violations = await refusalOf(importDecision('2014-1', '2014-05-04', [cancel('fgw-999')]))
    expect(violations.map(({ pointer, rule }) => [pointer, rule])).toEqual([['/actions/0/item', 'unknown-item']])
  })
})

describe('what names a decision', () => {
  it('is its id, once: both files are named', async () => {
    await decide('2014-1', '2014-05-04', [cancel()])
    await putFile(folder, 'decisions/again.yaml', 'id: 2014-1\ntitle: 又一个\nissuer: 市政府\nstage: draft\n')
    const violations = await refusalOf(importPaths(folder))
    expect(violations.filter(({ rule }) => rule === 'repeated-code').map(({ file }) => file)).toEqual([
      'decisions/2014-1.yaml',
      'decisions/again.yaml',
    ])
  })

  it.each(['adopted', 'draft'])('is its number, once: another %s decision may not carry it', async (stage) => {
    const documentNumber = '示政发〔2014〕6号'
    await decide('2014-1', '2014-05-04', [cancel()], { documentNumber })
    await importPaths(folder)
    const violations = await refusalOf(
      importDecision('2014-2', '2014-06-01', [cancel('fgw-002')], { documentNumber, stage }),
    )
    expect(violations).toMatchObject([{ pointer: '/documentNumber', rule: 'ADJ-02', line: 8 }])
    expect(violations[0]?.message).toContain('2014-1')
  })
})

describe('a decision that is still being drafted', () => {
  it.each(['draft', 'consulting'])('may contradict the catalogue as %s: it is told, not refused', async (stage) => {
    await decide('2014-1', '2014-05-04', [cancel()])
    await importPaths(folder)
    const rows = [cancel(), { action: 'delegate', item: 'fgw-002', mode: null }]
    const report: ImportReport = await importDecision('2014-2', '2014-06-01', rows, { stage })
    expect(report.created.ids.decision).toEqual(['2014-2'])
    expect(report.findings).toContainEqual(expect.objectContaining({ rule: 'ADJ-06', subject: '2014-2' }))
  })

  it('is refused for names that do not exist', async () => {
    await importPaths(folder)
    const rows = [{ action: 'delegate', item: 'fgw-001', to: ['nowhere'] }]
    const violations = await refusalOf(importDecision('2014-1', '2014-05-04', rows, { stage: 'draft' }))
    expect(violations).toMatchObject([{ pointer: '/actions/0/to/0', rule: 'unknown-region' }])
  })

  it('may be changed at will, and adopted only when it fits', async () => {
    await decide('2014-1', '2014-05-04', [cancel()])
    await importPaths(folder)
    await importDecision('2014-2', '2014-06-01', [cancel()], { stage: 'draft' })
    expect(await refusalOf(importDecision('2014-2', '2014-06-01', [cancel()]))).toMatchObject([{ rule: 'ADJ-04' }])
    expect((await importDecision('2014-2', '2014-06-02', [cancel('fgw-002')])).updated.count).toBe(1)
  })
})

describe('history', () => {
  const first = ['2014-1', '2014-05-04', [cancel(), { action: 'retain', item: 'fgw-002' }]] as const
  beforeEach(async () => {
    await decide(...first)
    await importPaths(folder)
  })

  it.each<[string, WrittenRow]>([
    ['published with a number', { stage: 'published', documentNumber: '示政发〔2014〕6号', publishedOn: '2014-05-20' }],
    ['revoked', { stage: 'revoked', revokedOn: '2014-09-01' }],
    ['given a note', { effectiveNote: '会议决定即日施行' }],
  ])('lets an adopted decision be %s', async (_what, more) => {
    expect((await importDecision(...first, more)).updated.ids).toEqual({ decision: ['2014-1'] })
  })

  it('lets a row be given a remark', async () => {
    const rows = [
      { ...cancel(), note: '附件一' },
      { action: 'retain', item: 'fgw-002' },
    ]
    expect((await importDecision('2014-1', '2014-05-04', rows)).updated.count).toBe(1)
  })

  it.each<[string, readonly WrittenRow[], WrittenRow, string]>([
    ['another row', [cancel('fgw-003'), { action: 'retain', item: 'fgw-002' }], {}, '/actions/0'],
    ['a row more', [...first[2], cancel('fgw-003')], {}, '/actions/2'],
    ['a row less', [cancel()], {}, '/actions'],
    ['another effective day', first[2], { effectiveOn: '2014-05-05' }, '/effectiveOn'],
    ['another day of adoption', first[2], { adoptedOn: '2014-05-03' }, '/adoptedOn'],
    ['an earlier stage', first[2], { stage: 'consulting' }, '/stage'],
  ])('is not rewritten by %s', async (_what, rows, more, pointer) => {
    const violations = await refusalOf(importDecision('2014-1', '2014-05-04', rows, more))
    expect(violations).toContainEqual(expect.objectContaining({ pointer, rule: 'CAT-05' }))
  })

  it('keeps the day of a revocation', async () => {
    await importDecision(...first, { stage: 'revoked', revokedOn: '2014-09-01' })
    const violations = await refusalOf(importDecision(...first, { stage: 'revoked', revokedOn: '2014-10-01' }))
    expect(violations).toMatchObject([{ pointer: '/revokedOn', rule: 'CAT-05' }])
  })
})

describe('two imports at the same time', () => {
  it('cannot both store decisions that contradict each other', async () => {
    const shared = await openSqliteCatalogStore(join(root, 'banshi.db'))
    const importInto = createImportCatalogue({ store: shared, files, clock, secrets })
    await importInto([folder])
    const paths = [
      await decide('2014-1', '2014-05-04', [cancel()]),
      await decide('2014-2', '2014-06-01', [{ action: 'delegate', item: 'fgw-001' }]),
    ]
    const outcomes = await Promise.allSettled(paths.map((path) => importInto([join(folder, path)])))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(violationsOf(refused?.reason)).toMatchObject([{ rule: 'ADJ-04' }])
    expect(await shared.list('decision')).toHaveLength(1)
    await shared.close()
  })

  it('both succeed when they do not', async () => {
    await importPaths(folder)
    const paths = [
      await decide('2014-1', '2014-05-04', [cancel()]),
      await decide('2014-2', '2014-06-01', [cancel('fgw-002')]),
    ]
    await Promise.all(paths.map((path) => importPaths(join(folder, path))))
    expect(await store.list('decision')).toHaveLength(2)
  })
})

describe('ten thousand rows', () => {
  const count = 10_000
  const codes = Array.from({ length: count }, (_, index) => `fgw-${String(index + 1).padStart(5, '0')}`)

  /** Ten thousand items stored without ten thousand files. */
  async function storeItems(): Promise<void> {
    await importPaths(folder)
    const body = (await store.list('item'))[0]?.body
    if (body === undefined) throw new Error('the catalogue has no item')
    const index = { agency: 'fgw', type: 'licensing', state: 'active', audience: [], theme: [], sortKey: '' }
    const changes = codes.map((code) => {
      const item = { ...body, code, name: `事项${code}` }
      return { kind: 'item', id: code, expectedRevision: 0, body: item, index } as const
    })
    await store.commit(changes, { at: clock.now(), actor: 'test' })
  }

  it('are stored, and refused with every contradiction named, in seconds', async () => {
    await storeItems()
    const started = performance.now()
    const rows = codes.map((code) => cancel(code))
    expect((await importDecision('2014-1', '2014-05-04', rows)).created.count).toBe(1)
    const again = codes.map((item) => ({ action: 'delegate', item }))
    const violations = await refusalOf(importDecision('2014-2', '2014-06-01', again))
    expect(violations).toHaveLength(count)
    expect(violations[count - 1]).toMatchObject({ line: 8 + count, pointer: `/actions/${count - 1}/item` })
    expect(performance.now() - started).toBeLessThan(60_000)
  }, 120_000)
})
