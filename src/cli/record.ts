import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { CatalogError } from '../domain/catalog-error.ts'
import { sentenceOfFinding } from '../domain/office/record-fault.ts'
import { linesOfRecord, type RecordFormat } from '../use-cases/office/record-lines.ts'
import type { RecordCheck } from '../use-cases/office/verify-record.ts'
import { askOffice } from './open-office.ts'
import { printJson, printLines } from './print.ts'
import { UsageError } from './report-error.ts'

/** `banshi record`: the record of everything that was done. */
export function addRecordVerb(program: Command): void {
  const record = program.command('record').description('操作记录').helpCommand('help [verb]', '显示一个命令的帮助')
  record
    .command('verify')
    .description('核对操作记录有没有被改过，以及库里的内容是否和记录一致')
    .option('--head <摘要>', '以前记下的末条摘要：必须还在记录里')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async ({ head, json }: { head?: string; json?: true }) => {
      if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw new UsageError('摘要是 64 个 0 到 9、a 到 f 的字符')
      await askOffice({}, async (office) => {
        const check = await office.inspectRecord({ head })
        if (json) printJson(check)
        else printLines(describe(check))
        if (!check.isIntact) process.exitCode = 1
      })
    })
  record
    .command('export')
    .description('把操作记录写成文件：.csv 给人看，.jsonl 可以重新核对')
    .argument('<file>', '文件，以 .csv 或 .jsonl 结尾')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (file: string, { json }: { json?: true }) => {
      const format = formatOf(file)
      await askOffice({}, async (office) => {
        let entries = 0
        const counted = async function* () {
          for await (const entry of office.readRecord()) {
            entries += 1
            yield entry
          }
        }
        await writeFile(file, linesOfRecord(counted(), format))
        if (json) printJson({ file, entries })
        else printLines([`已写出 ${entries} 条操作记录到 ${file}。`])
      })
    })
}

function formatOf(file: string): RecordFormat {
  const format = /\.(csv|jsonl)$/.exec(file)?.[1]
  if (format !== 'csv' && format !== 'jsonl') throw new UsageError('文件名要以 .csv 或 .jsonl 结尾')
  return format
}

/** @throws CatalogError `file-unwritable` */
async function writeFile(path: string, lines: AsyncIterable<string>): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 })
  let cause: unknown
  file.on('error', (error) => {
    cause = error
  })
  try {
    await pipeline(Readable.from(lines), file)
  } catch (error) {
    if (error !== cause) throw error
    throw new CatalogError('file-unwritable', { path, reason: '这个位置不能写' }, { cause })
  }
}

function describe({ entries, head, isIntact, findings }: RecordCheck): string[] {
  const whole = isIntact
    ? [`操作记录完好：${entries} 条，条条相接，库里的内容和记录一致。`]
    : [`操作记录有 ${findings.length} 处不对：`, ...findings.map((finding) => `  ${sentenceOfFinding(finding)}`)]
  const noted =
    head && `末条是第 ${head.number} 条，${head.at}，摘要 ${head.digest}。请另外记下这个摘要，下次用 --head 核对。`
  return [...whole, ...(noted === null ? [] : [noted])]
}
