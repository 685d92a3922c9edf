import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { archiveLimits, openArchive } from '../../../src/exchange/workbook/open-archive.ts'
import { packArchive } from '../../../src/exchange/workbook/pack-archive.ts'
import { readWorkbook } from '../../../src/exchange/workbook/read-workbook.ts'
import { aWorkbook } from '../../builders/a-workbook.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'banshi-archive-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function refusalOf(bytes: Uint8Array, name = 'book.xlsx'): Promise<string> {
  await writeFile(join(root, name), bytes)
  const { violations } = await readWorkbook(join(root, name))
  return violations?.map(({ message }) => message).join('') ?? ''
}

const stored = (parts: Record<string, Buffer>) => Buffer.from(packArchive(new Map(Object.entries(parts))))

/** An archive of one packed part that says it grows to `announced` bytes. */
function packed(content: Buffer, announced: number, name = 'xl/workbook.xml'): Buffer {
  const deflated = deflateRawSync(content)
  const archive = stored({ [name]: deflated })
  const directory = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  for (const [at, method, size] of [
    [0, 8, 22],
    [directory, 10, 24],
  ] as const) {
    archive.writeUInt16LE(8, at + method)
    archive.writeUInt32LE(announced, at + size)
  }
  return archive
}

describe('a file that is named as a workbook', () => {
  it.each([
    ['text', Buffer.from('编码,名称\n'), '不是 .xlsx 工作簿'],
    ['empty', Buffer.alloc(0), '不是 .xlsx 工作簿'],
    [
      'an old .xls or one behind a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      '旧版 .xls',
    ],
    ['an archive of something else', stored({ 'a.xml': Buffer.from('<a/>') }), '不是 .xlsx 工作簿'],
  ])('is refused in Chinese when it is %s', async (_, bytes, words) => {
    expect(await refusalOf(bytes)).toContain(words)
  })

  it('is refused when it was cut off', async () => {
    const whole = await aWorkbook({ 事项: [['编码']] })
    expect(await refusalOf(whole.subarray(0, whole.length - 100))).toMatch(/工作簿|损坏/)
    const broken = Buffer.from(whole)
    broken.fill(0, 60, 160)
    expect(await refusalOf(broken)).toMatch(/损坏/)
  })

  it('is refused when it holds too many files', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: archiveLimits.entries + 1 }, (_, i) => [`${i}.xml`, Buffer.alloc(1)]),
    )
    expect(await refusalOf(stored(parts))).toContain('不会是表格')
  })

  it('is refused unopened when it says that it grows without bounds', async () => {
    expect(await refusalOf(packed(Buffer.alloc(10), archiveLimits.inflatedBytes + 1))).toContain('150 MB')
  })

  it('is refused when it grows beyond what it says', () => {
    const bomb = packed(Buffer.alloc(50_000_000), 1_000)
    expect(bomb.length).toBeLessThan(100_000)
    expect(() => openArchive(bomb)).toThrow('损坏')
  })

  it('is refused when its password is asked for', async () => {
    const archive = packed(Buffer.from('<a/>'), 4)
    archive.writeUInt16LE(1, archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8)
    expect(await refusalOf(archive)).toContain('密码')
  })

  it('is refused when it is larger than any workbook', async () => {
    expect(await refusalOf(Buffer.alloc(archiveLimits.bytes + 1))).toContain('上限')
  })

  it('is refused when a sheet reaches to the end of the world', async () => {
    const whole = openArchive(await aWorkbook({ 事项: [['编码', '事项名称']] }))
    const path = [...whole.keys()].find((name) => /worksheets\/.*\.xml$/.test(name)) ?? ''
    const far =
      whole
        .get(path)
        ?.toString()
        .replace(/<row r="1"/, '<row r="900000"')
        .replaceAll('r="A1"', 'r="A900000"') ?? ''
    whole.set(path, Buffer.from(far.replaceAll('r="B1"', 'r="XFD900000"')))
    expect(await refusalOf(Buffer.from(packArchive(whole)))).toContain('900000 行')
  })

  it('is refused when it is not there', async () => {
    const { violations } = await readWorkbook(join(root, 'none.xlsx'))
    expect(violations?.[0]?.message).toContain('没有这个文件')
  })
})

describe('a workbook', () => {
  it('is told by what is in it, whatever macros came with it are not even unpacked', async () => {
    const whole = openArchive(await aWorkbook({ 目录: [['项目名称', '实施部门']] }))
    const bytes = stored({ ...Object.fromEntries(whole), 'xl/vbaProject.bin': Buffer.from('x') })
    expect([...openArchive(bytes).keys()]).not.toContain('xl/vbaProject.bin')
    expect(await refusalOf(bytes, 'book.xlsm')).toBe('')
  })

  it.each([
    ['a formula that failed', ' t="e"><v>#REF!</v>', '#REF!'],
    ['a formula nobody has worked out', ' t="str"><f>A1</f>', '算不出来的公式'],
  ])('quotes the cell of %s', async (_, cell, words) => {
    const whole = openArchive(
      await aWorkbook({
        事项: [
          ['法定时限', '编码', '事项名称'],
          [1, 'x', 'y'],
        ],
      }),
    )
    const path = [...whole.keys()].find((name) => /worksheets\/.*\.xml$/.test(name)) ?? ''
    const xml =
      whole
        .get(path)
        ?.toString()
        .replace(/(<c r="A2"[^>]*?)><v>1<\/v>/, (_all, open) => `${open}${cell}`) ?? ''
    whole.set(path, Buffer.from(xml))
    await writeFile(join(root, 'formula.xlsx'), Buffer.from(packArchive(whole)))
    const read = await readWorkbook(join(root, 'formula.xlsx'))
    const told = read.kind === 'workbook' ? read.faults : read.violations
    expect(told?.[0]?.message).toContain(words)
  })
})
