import type { Command } from 'commander'
import { parseDay } from '../domain/days.ts'
import { askCatalogue } from './open-catalogue.ts'
import { printJson, printLines } from './print.ts'
import { UsageError } from './report-error.ts'

const formats = ['yaml', 'json', 'csv', 'xlsx', 'jsonld'] as const
type Format = (typeof formats)[number]

/** `banshi export`: the stored catalogue into a folder. */
export function addExportVerb(program: Command): void {
  program
    .command('export')
    .description('把数据库里的目录写成文件')
    .argument('<folder>', '写到哪个文件夹')
    .option('--format <格式>', `${formats.join('、')} 之一`, 'yaml')
    .option('--as-of <日期>', '只写那一天的目录，如 2014-05-04')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (folder: string, options: { format: string; asOf?: string; json?: true }) => {
      const format = readFormat(options.format)
      const day = options.asOf === undefined ? {} : { asOf: parseDay(options.asOf) }
      await askCatalogue({ json: options.json }, async (catalogue) => {
        const report = await catalogue.exportCatalogue(folder, { format, ...day })
        if (options.json) printJson(report)
        else printLines([`已写出 ${report.files.length} 个文件到 ${folder}。`])
      })
    })
}

function readFormat(text: string): Format {
  const format = formats.find((known) => known === text)
  if (format === undefined) throw new UsageError(`没有“${text}”这种格式，可用：${formats.join('、')}`)
  return format
}
