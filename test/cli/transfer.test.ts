import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { removeStores, storeKinds } from '../builders/stores.ts'
import { aFolder, removeFolder, smallCatalogue } from './a-catalogue-folder.ts'
import { runBanshi } from './run-banshi.ts'

const folder = mkdtempSync(join(tmpdir(), 'banshi-transfer-'))
const catalogue = aFolder(smallCatalogue)
const source = `file:${join(folder, 'source.db')}`

const json = (words: string[], url = source) => {
  const { status, stdout, stderr } = runBanshi([...words, '--json'], { DATABASE_URL: url })
  return { status, stderr, answer: stdout === '' ? undefined : JSON.parse(stdout) }
}

beforeAll(() => {
  expect(runBanshi(['import', catalogue], { DATABASE_URL: source }).status).toBe(0)
})
afterAll(async () => {
  removeFolder(catalogue)
  rmSync(folder, { recursive: true })
  await removeStores()
})

describe('banshi copy-store', () => {
  it.each(storeKinds)('copies to $name and back, with counts and digest', (kind) => {
    const [there, back] = [kind.newUrl(), `file:${join(folder, `back-${storeKinds.indexOf(kind)}.db`)}`]
    const first = json(['copy-store', source, there])
    expect(first).toMatchObject({ status: 0, answer: { commits: 1, states: 6, catalogueRevision: 1 } })
    expect(json(['copy-store', there, back]).answer).toEqual(first.answer)
    expect(json(['copy-store', source, there]).answer).toEqual({ ...first.answer, commits: 0 })
    expect(json(['search', '食品经营'], back).answer).toEqual(json(['search', '食品经营']).answer)
  })

  it('refuses a target that holds something else, in one line', () => {
    const other = `file:${join(folder, 'other.db')}`
    const others = aFolder({
      ...smallCatalogue,
      'laws.yaml': 'laws:\n  - { title: 食品安全法, kind: law, issuer: 全国人大常委会 }\n',
    })
    expect(runBanshi(['import', others], { DATABASE_URL: other }).status).toBe(0)
    const { status, stderr } = runBanshi(['copy-store', source, other])
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^目标数据库里已有别的内容[^\n]*\n$/)])
    removeFolder(others)
  })

  it('refuses a source that is not there and makes nothing in its place', () => {
    const { status, stderr } = runBanshi(['copy-store', `file:${join(folder, 'gone.db')}`, source])
    expect([status, stderr]).toEqual([1, expect.stringContaining('gone.db')])
    expect(existsSync(join(folder, 'gone.db'))).toBe(false)
  })

  it('calls an address wrong usage that it cannot read', () => {
    const { status, stderr } = runBanshi(['copy-store', source, 'postgres://somewhere'])
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^用法不对：[^\n]+\n$/)])
  })
})

describe('banshi backup and restore', () => {
  it('bring a store back whole on another machine', () => {
    const [file, target] = [join(folder, 'one.backup'), `file:${join(folder, 'restored.db')}`]
    const kept = json(['backup', file])
    expect(kept).toMatchObject({ status: 0, answer: { file, states: 6, catalogueRevision: 1 } })
    expect(json(['restore', file], target)).toMatchObject({ status: 0, answer: { restored: 'history', states: 6 } })
    const office = { entries: 1, head: kept.answer.office.head, brokenAt: null }
    expect(json(['backup', file], target).answer).toMatchObject({ states: 6, office: { entries: 2, brokenAt: null } })
    expect(json(['record', 'verify', '--head', office.head], target)).toMatchObject({ status: 0 })
  })

  it('take back what was changed since', () => {
    const [file, url] = [join(folder, 'two.backup'), `file:${join(folder, 'changed.db')}`]
    expect(json(['copy-store', source, url]).status).toBe(0)
    expect(json(['backup', file], url).status).toBe(0)
    const item = (smallCatalogue['items/spj/spj-001.yaml'] ?? '').replace('食品经营许可', '改坏了的名称')
    const changed = aFolder({ ...smallCatalogue, 'items/spj/spj-001.yaml': item })
    expect(json(['import', changed], url).answer.updated.count).toBe(1)
    expect(json(['restore', file], url).answer).toMatchObject({ restored: 'content', changed: 1 })
    expect(runBanshi(['search', '食品经营'], { DATABASE_URL: url }).stdout).toContain('食品经营许可')
    removeFolder(changed)
  })

  it('refuse a broken file in one line and make no store', () => {
    const [file, target] = [join(folder, 'letter.txt'), join(folder, 'untouched.db')]
    writeFileSync(file, '这不是备份。')
    const { status, stderr } = runBanshi(['restore', file], { DATABASE_URL: `file:${target}` })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/letter\.txt”不能用来恢复：[^\n]+数据库没有改动。\n$/)])
    expect(existsSync(target)).toBe(false)
  })

  it('refuse an empty store', () => {
    const url = `file:${join(folder, 'empty.db')}`
    const { status, stderr } = runBanshi(['backup', join(folder, 'x.backup')], { DATABASE_URL: url })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^数据库打不开[^\n]+\n$/)])
    expect(existsSync(join(folder, 'x.backup'))).toBe(false)
  })
})
