import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { aWorkbook } from '../builders/a-workbook.ts'
import { aFolder, removeFolder, smallCatalogue } from './a-catalogue-folder.ts'
import { type Outcome, runBanshi } from './run-banshi.ts'

const folder = aFolder(smallCatalogue)
const broken = aFolder({ ...smallCatalogue, 'items/fgw/fgw-001.yaml': 'code: fgw-001\nname: 核准\ncolour: red\n' })
const work = aFolder()
const run = (...words: string[]) => runBanshi(words, { DATABASE_URL: `file:${join(work, 'store.db')}` })
const runEmpty = (...words: string[]) => runBanshi(words, { DATABASE_URL: `file:${join(work, 'empty.db')}` })
const json = ({ stdout }: Outcome) => JSON.parse(stdout)

beforeAll(() => {
  expect(run('import', folder).status).toBe(0)
})
afterAll(() => {
  for (const path of [folder, broken, work]) removeFolder(path)
})

describe('banshi import', () => {
  it('says what would change and changes nothing with --dry-run', () => {
    const { status, stdout } = runEmpty('import', folder, '--dry-run')
    expect([status, stdout]).toEqual([0, expect.stringContaining('将新增 6 份')])
    expect(runEmpty('check').stderr).toContain('目录还是空的')
  })

  it('writes nothing again that is stored already', () => {
    expect(json(run('import', folder, '--json'))).toMatchObject({
      created: { count: 0 },
      updated: { count: 0 },
      unchanged: { count: 6 },
      catalogueRevision: 1,
    })
  })

  it('refuses a broken file with file, line and column, and stores nothing', () => {
    const { status, stdout, stderr } = runEmpty('import', broken)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/fgw-001\.yaml:3:1 .*colour/)
    expect(runEmpty('check').stderr).toContain('目录还是空的')
  })

  it('is wrong usage without a path', () => {
    expect(run('import')).toMatchObject({ status: 2, stderr: expect.stringContaining('缺少“path”') })
  })
})

describe('banshi import of a workbook', () => {
  const workbook = async (limit: string) => {
    const path = join(work, 'office.xlsx')
    const rows = [
      ['项目名称', '实施部门', '类别', '法定时限', '承诺时限'],
      ['招投标备案', '市发改委', '备案', '20个工作日', limit],
    ]
    writeFileSync(path, await aWorkbook({ 保留目录: rows }))
    return path
  }

  it('stores its items', async () => {
    const database = { DATABASE_URL: `file:${join(work, 'office.db')}` }
    expect(runBanshi(['import', folder], database).status).toBe(0)
    const { status, stdout } = runBanshi(['import', await workbook('五个工作日')], database)
    expect([status, stdout]).toEqual([0, expect.stringContaining('已新增 1 份')])
  })

  it('quotes a cell that it cannot read with sheet, row and column, and stores nothing', async () => {
    const path = await workbook('尽快')
    const { status, stderr } = run('import', path)
    expect(status).toBe(1)
    expect(stderr).toContain(`${path}:2:5`)
    expect(stderr).toContain('“保留目录”表第 2 行“承诺时限”（E2）写着“尽快”')
    const { violations } = json(run('import', path, '--json'))
    expect(violations).toEqual([expect.objectContaining({ sheet: '保留目录', line: 2, column: 5 })])
    expect(run('search', '招投标备案', '--json').stdout).not.toContain('fgw-002')
  })
})

describe('banshi export', () => {
  it('writes a workbook that changes nothing when it is imported again', () => {
    const path = join(work, 'book')
    expect(json(run('export', path, '--format', 'xlsx', '--json'))).toEqual({ files: ['catalogue.xlsx'] })
    expect(json(run('import', join(path, 'catalogue.xlsx'), '--json'))).toMatchObject({
      created: { count: 0 },
      updated: { count: 0 },
      unchanged: { ids: { item: ['fgw-001', 'spj-001'] } },
    })
  })

  it('writes linked data, also of a day', () => {
    const path = join(work, 'linked')
    expect(run('export', path, '--format', 'jsonld', '--as-of', '2015-01-01').status).toBe(0)
    const { '@graph': graph } = JSON.parse(readFileSync(join(path, 'catalogue.jsonld'), 'utf8'))
    expect(graph).toContainEqual(
      expect.objectContaining({ id: 'urn:banshi:xiangtan:item:spj-001', title: '食品经营许可' }),
    )
  })

  it('writes files that give the same bytes after another import and export', () => {
    const [first, second] = [join(work, 'first'), join(work, 'second')]
    const database = { DATABASE_URL: `file:${join(work, 'again.db')}` }
    expect(run('export', first).status).toBe(0)
    expect(runBanshi(['import', first], database).status).toBe(0)
    expect(runBanshi(['export', second], database).status).toBe(0)
    for (const path of Object.keys(smallCatalogue)) {
      expect(readFileSync(join(second, path), 'utf8')).toBe(readFileSync(join(first, path), 'utf8'))
    }
  })

  it.each(['json', 'csv'])('knows the format %s', (format) => {
    const outcome = run('export', join(work, format), '--format', format, '--json')
    expect(outcome.status).toBe(0)
    expect(json(outcome).files.length).toBeGreaterThan(0)
  })

  it('is wrong usage with a format that it does not know', () => {
    expect(run('export', join(work, 'x'), '--format', 'docx')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('banshi check', () => {
  it.each([
    ['a folder', [folder]],
    ['the store', []],
  ])('finds on %s what the rules say, with exit status 1 for errors', (_on, path) => {
    const outcome = run('check', ...path, '--json')
    expect(outcome.status).toBe(1)
    const { findings, counts } = json(outcome)
    expect(findings).toContainEqual({
      rule: 'TIM-05',
      severity: 'error',
      subject: 'fgw-001',
      path: '/promisedTimeLimit',
      message: '承诺时限未压缩到法定时限的1/3（应不超过6个工作日）。',
      basis: null,
      mend: expect.stringContaining('压缩例外'),
    })
    expect(counts.error + counts.warning + counts.hint).toBe(findings.length)
  })

  it('uses one rule alone, and ends with 0 when it finds no error', () => {
    const outcome = run('check', folder, '--rule', 'tim-04', '--json')
    expect([outcome.status, json(outcome).findings]).toEqual([0, []])
  })

  it('refuses a folder that breaks its schema and tells each violation', () => {
    const outcome = run('check', broken, '--json')
    expect(outcome.status).toBe(1)
    expect(json(outcome).violations[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number) })
    expect(json(outcome).findings).toHaveLength(json(outcome).violations.length)
  })

  it('tells which rules the city has softened, why and who approved it', () => {
    const changed = (rule: string) =>
      aFolder({
        ...smallCatalogue,
        'policy.yaml': `${smallCatalogue['policy.yaml']}ruleChanges:
  - { rule: ${rule}, severity: warning, reason: 压缩试点, approvedBy: 市审改办 }
`,
      })
    const [softened, unknown] = [changed('TIM-05'), changed('TIM-99')]
    const found = json(run('check', softened, '--rule', 'TIM-05', '--json'))
    expect(found.findings).toEqual([expect.objectContaining({ rule: 'TIM-05', severity: 'warning' })])
    expect(run('check', softened).stdout).toMatch(/规则 TIM-05 .*压缩试点.*市审改办/)
    for (const verb of ['check', 'import'])
      expect(run(verb, unknown)).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/policy\.yaml:7:\d+ .*没有规则 TIM-99/),
      })
    for (const path of [softened, unknown]) removeFolder(path)
  })

  it('is wrong usage with a rule that does not exist', () => {
    expect(run('check', '--rule', 'TIM-99')).toMatchObject({ status: 2, stderr: expect.stringContaining('TIM-99') })
  })
})

describe('banshi compression', () => {
  it('measures a folder and the store alike', () => {
    const [ofFolder, ofStore] = [run('compression', folder, '--json'), run('compression', '--json')]
    expect(json(ofFolder)).toEqual(json(ofStore))
    expect(json(ofFolder)).toMatchObject({
      target: { numerator: 1, denominator: 3, rounding: 'floor' },
      overall: { items: 2, met: 1, statutoryDays: 40, promisedDays: 13, ratio: 0.325, gapDays: 0, targetMet: true },
    })
  })

  it('measures one agency', () => {
    expect(json(run('compression', '--agency', 'spj', '--json')).overall).toMatchObject({ items: 1, met: 1 })
  })

  it('refuses an agency that is not there', () => {
    expect(run('compression', '--agency', 'nobody')).toMatchObject({ status: 1, stderr: '没有这个部门：nobody。\n' })
  })

  it('tells it as a table', () => {
    expect(run('compression').stdout).toMatch(/湘潭市发展和改革委员会 +1 +0 +20 +7 +35\.00% +1 +未达标/)
  })
})

describe('banshi search', () => {
  it.each([['开饭店'], ['shipin'], ['食药监局 许可']])('finds by %s what the site finds', (words) => {
    expect(json(run('search', words, '--json'))).toMatchObject({
      data: [{ code: 'spj-001', agencyName: '湘潭市食品药品监督管理局', state: 'active' }],
      meta: { total: 1, page: 1, pageSize: 20 },
      facets: { agency: [{ value: 'spj', label: '湘潭市食品药品监督管理局', count: 1 }] },
    })
  })

  it('says so when nothing is found', () => {
    expect(run('search', '月球')).toMatchObject({ status: 0, stdout: '没有找到与“月球”有关的事项。\n' })
  })

  it.each([[['']], [['长'.repeat(10_000)]]])('is wrong usage with nothing to find or too much', (words) => {
    expect(run('search', ...words)).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('banshi flowchart', () => {
  it('writes the Mermaid source of a stored item and of its file alike', () => {
    const stored = run('flowchart', 'fgw-001', '--format', 'mermaid')
    expect(stored.stdout).toMatch(/^flowchart TD\n[\s\S]*提交申请/)
    expect(run('flowchart', join(folder, 'items/fgw/fgw-001.yaml')).stdout).toBe(stored.stdout)
  })

  it('draws the picture of a stored item', () => {
    const { status, stdout } = run('flowchart', 'fgw-001', '--format', 'svg')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^<svg [\s\S]*提交申请[\s\S]*<\/svg>\n$/)
  })

  it('refuses an item, a file that is not there', () => {
    expect(run('flowchart', 'fgw-999')).toMatchObject({ status: 1, stderr: '没有这个事项：fgw-999。\n' })
    expect(run('flowchart', join(folder, 'nothing.yaml'))).toMatchObject({ status: 1, stdout: '' })
    expect(run('flowchart', join(folder, 'laws.yaml'))).toMatchObject({ status: 1, stdout: '' })
  })

  it('is wrong usage with a format that it does not know', () => {
    expect(run('flowchart', 'fgw-001', '--format', 'png')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('an empty store', () => {
  it.each([['check'], ['compression'], ['search', '食品'], ['flowchart', 'fgw-001'], ['export', join(work, 'none')]])(
    'is named by %s, with the way out',
    (...words) => {
      const { status, stdout, stderr } = runEmpty(...words, '--json')
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toContain('banshi import catalog')
    },
  )
})
