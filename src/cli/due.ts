import type { Command } from 'commander'
import { writeDuration } from '../domain/durations.ts'
import type { DueDay } from '../use-cases/use-cases.ts'
import { printJson, printLines, tableLines } from './print.ts'
import { UsageError } from './report-error.ts'

interface Options {
  from: string
  limit: string
  suspend: readonly string[]
  json?: true
}

/** `banshi due`: the day by which a limit has to be kept. */
export function addDueVerb(program: Command): void {
  program
    .command('due')
    .description('算出办结日期')
    .requiredOption('--from <日期>', '受理日期，如 2015-02-09')
    .requiredOption('--limit <时限>', '时限，如 20个工作日')
    .option('--suspend <起..止>', '特别程序期间，如 2015-03-01..2015-03-10；可重复', collect, [])
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (options: Options) => {
      const { composeDueDays } = await import('../compose/due-days.ts')
      const { from, limit, suspend } = options
      const due = composeDueDays().getDueDay({ from, limit, suspended: suspend.map(readSpan) })
      if (options.json) printJson(due)
      else printLines(describe(due))
    })
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value]
}

function readSpan(text: string): { from: string; to: string } {
  const [from, to, ...rest] = text.split('..')
  if (!from || !to || rest.length > 0) {
    throw new UsageError(`--suspend “${text}”请写成 起..止，如 2015-03-01..2015-03-10`)
  }
  return { from, to }
}

function describe(due: DueDay): string[] {
  const provisional = due.calendar === 'provisional' ? ['（超出已公布的放假安排，暂按周末推算，仅供参考）'] : []
  const skipped = due.skipped.map(({ date, reason }) => [date, reason])
  return [
    `受理日期  ${due.from}`,
    `时限      ${writeDuration(due.limit)}`,
    `办结日期  ${due.dueOn}`,
    ...provisional,
    ...(skipped.length > 0 ? ['', '不计入的日子', ...tableLines(skipped)] : []),
  ]
}
