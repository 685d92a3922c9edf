import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { writeChangingCatalogue } from '../builders/a-changing-catalogue.ts'
import { aWrittenDecision } from '../builders/written-decisions.ts'
import { aFolder, removeFolder } from './a-catalogue-folder.ts'
import { type Outcome, runBanshi } from './run-banshi.ts'

const catalogue = writeChangingCatalogue()
const work = aFolder()
const run = (...words: string[]) => runBanshi(words, { DATABASE_URL: `file:${join(work, 'store.db')}` })
const json = ({ stdout }: Outcome) => JSON.parse(stdout)

beforeAll(() => {
  expect(run('import', catalogue).status).toBe(0)
})
afterAll(() => {
  removeFolder(work)
  rmSync(dirname(catalogue), { recursive: true, force: true })
})

describe.each([
  ['a folder', [catalogue]],
  ['the store', []],
])('on %s', (_on, path) => {
  it('banshi ledger tells what came in and went out, and that it balances', () => {
    const outcome = run('ledger', ...path, '--from', '2014-01-01', '--to', '2014-12-31', '--json')
    expect(outcome.status).toBe(0)
    expect(json(outcome)).toMatchObject({
      from: '2014-01-01',
      to: '2014-12-31',
      opening: 9,
      movements: { undertake: 1, mergeIn: 1, cancel: 1, delegate: 1, mergeOut: 2, suspend: 1, reclassifyOut: 1 },
      closing: 5,
      balanced: true,
      items: { cancel: ['gsj-003'] },
    })
  })

  it('banshi state tells what every item is on a day', () => {
    const { asOf, items } = json(run('state', ...path, '--as-of', '2014-05-04', '--json'))
    expect([asOf, items.length]).toEqual(['2014-05-04', 15])
    expect(items).toContainEqual({
      code: 'gsj-004',
      name: '外资企业登记转报',
      agency: 'gsj',
      type: 'licensing',
      state: 'merged',
      successors: ['gsj-005'],
      decision: '2014-05-04-17',
    })
  })

  it('banshi compression measures the items of a day', () => {
    const { asOf, agencies } = json(run('compression', ...path, '--as-of', '2014-09-01', '--json'))
    expect([asOf, agencies.find(({ code }: { code: string }) => code === 'fgw').items]).toEqual(['2014-09-01', 3])
  })

  it('banshi check asks the rules of a day about the items of that day', () => {
    const subjects = (asOf: string) =>
      new Set(
        json(run('check', ...path, '--as-of', asOf, '--json')).findings.map(
          (found: { subject: string }) => found.subject,
        ),
      )
    expect(subjects('2014-05-03').has('gsj-003')).toBe(true)
    expect(subjects('2014-05-04').has('gsj-003')).toBe(false)
  })
})

describe('for a reader', () => {
  it('banshi ledger prints a table with a column for each movement that happened', () => {
    const { status, stdout } = run('ledger', '--from', '2014-01-01', '--to', '2014-12-31')
    expect(status).toBe(0)
    expect(stdout).toMatch(/期初 .*\+承接 .*\+合并产生 .*−取消 .*−下放 .*−被合并 .*−暂停 .*期末/)
    expect(stdout).toMatch(/全市 +9 .* 5 +平/)
    expect(stdout).toMatch(/被合并 +gsj-004 gsj-007/)
  })

  it('banshi state prints a line an item', () => {
    const { stdout } = run('state', '--as-of', '2014-05-04')
    expect(stdout).toMatch(/^2014-05-04，在用 7 项，共 15 项\n/)
    expect(stdout).toMatch(/gsj-007 .*已合并 +gsj-005 +2014-05-04-17/)
  })

  it('banshi import names the decisions that a dry run would store', () => {
    const decision = join(work, 'next.yaml')
    writeFileSync(decision, aWrittenDecision('2015-09-01-1', '2015-09-01', [{ action: 'cancel', item: 'fgw-001' }]))
    const { status, stdout } = run('import', decision, '--dry-run')
    expect([status, stdout]).toEqual([0, expect.stringContaining('将新增的调整决定：2015-09-01-1')])
    expect(run('state', '--as-of', '2015-09-01').stdout).not.toContain('2015-09-01-1')
  })
})

describe('what is refused', () => {
  it.each([
    [['state', '--as-of', '2014-02-30'], '没有“2014-02-30”这一天'],
    [['ledger', '--from', '2014-13-01'], '没有“2014-13-01”这一天'],
    [['ledger', '--from', '2015-01-02', '--to', '2015-01-01'], '起止日期颠倒'],
    [['compression', '--as-of', 'yesterday'], '没有“yesterday”这一天'],
    [['check', '--as-of', '2015-02-29'], '没有“2015-02-29”这一天'],
    [['export', join(work, 'x'), '--as-of', '2015-02-29'], '没有“2015-02-29”这一天'],
  ])('%j ends with exit status 1', (words, says) => {
    const { status, stdout, stderr } = run(...words, '--json')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(says)
  })

  it.each([
    [['state', '--as-of'], '后面缺少内容'],
    [['ledger', '--since', '2014-01-01'], '没有“--since”这个选项'],
  ])('%j is wrong usage', (words, says) => {
    expect(run(...words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(says) })
  })

  it('is a contradictory decision: by file, line, column and rule, with exit status 1, and nothing is stored', () => {
    const decision = join(work, 'wrong.yaml')
    writeFileSync(decision, aWrittenDecision('2015-10-01-1', '2015-10-01', [{ action: 'cancel', item: 'gsj-003' }]))
    const outcome = run('import', decision, '--json')
    expect(outcome.status).toBe(1)
    expect(json(outcome).violations).toMatchObject([
      { file: decision, line: 9, pointer: '/actions/0/item', rule: 'ADJ-04' },
    ])
    expect(outcome.stderr).toMatch(/wrong\.yaml:9:\d+ \/actions\/0\/item .*已取消/)
    expect(run('state', '--as-of', '2016-01-01').stdout).not.toContain('2015-10-01-1')
  })
})
