import type { Command } from 'commander'
import { parseDay } from '../domain/days.ts'
import type { CompressionReport, CompressionTotals, ExclusionReason } from '../use-cases/use-cases.ts'
import { askCatalogue } from './open-catalogue.ts'
import { percent, printJson, printLines, tableLines } from './print.ts'

const reasons: Readonly<Record<ExclusionReason, string>> = {
  'no-statutory-limit': '没有法定时限',
  'no-promise': '没有承诺时限',
  'statutory-instant': '法定当场办理',
  relay: '转报件',
  exception: '压缩例外',
  'not-active': '不在用',
}

interface Options {
  agency?: string
  asOf?: string
  json?: true
}

/** `banshi compression`: the compression check on a folder or on the store. */
export function addCompressionVerb(program: Command): void {
  program
    .command('compression')
    .description('检查承诺时限是否达到压缩目标')
    .argument('[path]', '目录文件夹；不写则检查数据库')
    .option('--agency <编码>', '只看一个部门')
    .option('--as-of <日期>', '哪一天的目录，如 2014-05-04；不写为今天')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (path: string | undefined, { agency, asOf, json }: Options) => {
      const query = {
        ...(agency === undefined ? {} : { agency }),
        ...(asOf === undefined ? {} : { asOf: parseDay(asOf) }),
      }
      await askCatalogue({ path, json }, async (catalogue) => {
        const report = await catalogue.measureCompression(query)
        if (json) printJson(report)
        else printLines(describe(report))
      })
    })
}

function describe({ asOf, target, overall, agencies, excluded }: CompressionReport): string[] {
  const rows = agencies.map((agency) => rowOf(agency.name, agency))
  return [
    `${asOf}，目标：承诺时限不超过法定时限的 ${target.numerator}/${target.denominator}`,
    ...tableLines([
      ['部门', '事项', '达标', '法定（工作日）', '承诺（工作日）', '比例', '还差（天）', '结论'],
      rowOf('合计', overall),
      ...rows,
    ]),
    ...exclusionLines(excluded),
  ]
}

function rowOf(name: string, totals: CompressionTotals): string[] {
  const { items, met, statutoryDays, promisedDays, ratio, gapDays, targetMet } = totals
  const numbers = [items, met, statutoryDays, promisedDays].map(String)
  const outcome = items === 0 ? '—' : targetMet ? '达标' : '未达标'
  return [name, ...numbers, percent(ratio), String(gapDays), outcome]
}

function exclusionLines(excluded: CompressionReport['excluded']): string[] {
  if (excluded.length === 0) return []
  const rows = excluded.map(({ code, name, reason }) => [code, name, reasons[reason]])
  return ['', `不参加计算 ${excluded.length} 项`, ...tableLines([['编码', '事项', '原因'], ...rows])]
}
