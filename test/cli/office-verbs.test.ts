import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { aFolder, removeFolder, smallCatalogue } from './a-catalogue-folder.ts'
import { runBanshi } from './run-banshi.ts'

const folder = mkdtempSync(join(tmpdir(), 'banshi-office-verbs-'))
const catalogue = aFolder(smallCatalogue)
const file = join(folder, 'banshi.db')
const environment = { DATABASE_URL: `file:${file}` }
const run = (...words: string[]) => runBanshi(words, environment)
const json = (...words: string[]) => {
  const { status, stdout, stderr } = run(...words, '--json')
  return { status, stderr, answer: stdout === '' ? undefined : JSON.parse(stdout) }
}
const typing = (input: string, ...words: string[]) =>
  spawnSync(process.execPath, ['scripts/banshi.mjs', ...words], {
    encoding: 'utf8',
    input,
    env: { ...process.env, ...environment },
  })
/** Changes the file behind the back of the service. */
function tamper(sql: string): void {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

beforeAll(() => {
  expect(run('import', catalogue).status).toBe(0)
})
afterAll(() => {
  removeFolder(catalogue)
  rmSync(folder, { recursive: true })
})

describe('banshi user', () => {
  it('adds an account and tells its one-time password once', () => {
    const { status, answer } = json('user', 'add', 'wang', '--role', 'reform-officer', '--display-name', '王五')
    expect([status, answer]).toEqual([0, { name: 'wang', password: expect.stringMatching(/^[a-z2-9-]{23}$/) }])
    expect(json('user', 'list').answer.accounts).toMatchObject([
      { name: 'wang', displayName: '王五', role: 'reform-officer', agency: null, mustChange: true, disabled: false },
    ])
    expect(run('user', 'list').stdout).toContain('王五')
    expect(JSON.stringify(json('user', 'list').answer)).not.toMatch(/argon2|password[^C]/)
  })

  it('adds an editor to an agency of the catalogue alone', () => {
    expect(run('user', 'add', 'li', '--role', 'editor', '--agency', 'spj').status).toBe(0)
    const refused = json('user', 'add', 'sun', '--role', 'editor', '--agency', 'nowhere')
    expect(refused).toMatchObject({ status: 1, answer: { violations: [{ pointer: '/agency' }] } })
  })

  it('takes a password from standard input and does not repeat it', () => {
    const { status, stdout } = typing(
      '一句只有我知道的长长的话\n',
      'user',
      'add',
      'zhao',
      '--role',
      'auditor',
      '--password-stdin',
    )
    expect([status, stdout]).toEqual([0, expect.stringContaining('zhao')])
    expect(stdout).not.toContain('只有我知道')
    const weak = typing('password1234\n', 'user', 'password', 'zhao', '--password-stdin')
    expect([weak.status, weak.stderr]).toEqual([1, expect.stringContaining('太常见')])
  })

  it.each([
    ['the same name again', ['user', 'add', 'wang', '--role', 'auditor'], '已被使用'],
    ['an unknown role', ['user', 'add', 'zhou', '--role', 'king'], '角色'],
    ['an account that is not there', ['user', 'disable', 'nobody'], '没有这个账号：nobody。'],
  ])('refuses %s with status 1 and in one sentence', (_, words, sentence) => {
    const { status, stderr } = run(...words)
    expect([status, stderr]).toEqual([1, expect.stringContaining(sentence)])
  })

  it('calls it wrong usage when the role is missing', () => {
    expect(run('user', 'add', 'zhou').status).toBe(2)
    expect(run('user').status).toBe(2)
  })

  it('disables, enables and gives a new password', () => {
    expect(json('user', 'disable', 'wang').answer).toEqual({ name: 'wang', disabled: true })
    expect(json('user', 'list').answer.accounts.find(({ name }: { name: string }) => name === 'wang').disabled).toBe(
      true,
    )
    expect(json('user', 'enable', 'wang').answer).toEqual({ name: 'wang', disabled: false })
    expect(json('user', 'password', 'wang').answer.password).toHaveLength(23)
  })

  it('makes no store where there is nothing to list', () => {
    const gone = join(folder, 'gone.db')
    expect(runBanshi(['user', 'list'], { DATABASE_URL: `file:${gone}` }).status).toBe(1)
    expect(existsSync(gone)).toBe(false)
  })
})

describe('banshi record', () => {
  it('verifies what was done so far and gives a digest to note down', () => {
    const { status, answer } = json('record', 'verify')
    expect([status, answer]).toMatchObject([0, { isIntact: true, findings: [], head: { number: answer.entries } }])
    expect(run('user', 'disable', 'zhao').status).toBe(0)
    expect(run('record', 'verify', '--head', answer.head.digest)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('操作记录完好'),
    })
  })

  it('writes the record as CSV and as JSON lines that their owner alone may read', () => {
    const [csv, lines] = [join(folder, 'record.csv'), join(folder, 'record.jsonl')]
    const { entries } = json('record', 'export', csv).answer
    expect(run('record', 'export', lines).stdout).toContain(`${entries} 条`)
    expect(readFileSync(csv, 'utf8').trimEnd().split('\r\n')).toHaveLength(entries + 1)
    const first = JSON.parse(readFileSync(lines, 'utf8').split('\n')[0] ?? '')
    expect(first).toMatchObject({ number: 1, action: 'catalogue.import', subject: 'catalogue/main' })
    expect(statSync(lines).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['a head that is no digest', ['record', 'verify', '--head', 'abc']],
    ['a file of another kind', ['record', 'export', 'record.txt']],
  ])('calls %s wrong usage', (_, words) => {
    expect(run(...words).status).toBe(2)
  })

  it('refuses to write where it cannot', () => {
    expect(run('record', 'export', join(folder, 'no', 'where.csv'))).toMatchObject({ status: 1 })
  })

  it('ends with status 1 and names what was changed behind its back', () => {
    const { digest } = json('record', 'verify').answer.head
    tamper(`UPDATE office_documents SET body = replace(body, '"auditor"', '"administrator"') WHERE id = 'zhao'`)
    const { status, stdout } = run('record', 'verify')
    expect([status, stdout]).toEqual([1, expect.stringContaining('account/zhao：库里的内容和第')])
    tamper('DELETE FROM record WHERE number = (SELECT max(number) FROM record)')
    expect(json('record', 'verify', '--head', digest)).toMatchObject({
      status: 1,
      answer: {
        isIntact: false,
        findings: expect.arrayContaining([expect.objectContaining({ kind: 'head-missing' })]),
      },
    })
  })
})
