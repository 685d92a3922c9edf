import type { Command } from 'commander'
import { parseDay } from '../domain/days.ts'
import { additions, type Movement, movementLabels, removals } from '../domain/decisions/ledger.ts'
import type { LedgerAnswer } from '../use-cases/use-cases.ts'
import { askCatalogue } from './open-catalogue.ts'
import { printJson, printLines, tableLines } from './print.ts'

interface Options {
  from?: string
  to?: string
  json?: true
}

/** `banshi ledger`: what came in and what went out between two days, for the city, each agency and each type. */
export function addLedgerVerb(program: Command): void {
  program
    .command('ledger')
    .description('事项增减台账：期初、增减、期末')
    .argument('[path]', '目录文件夹；不写则看数据库')
    .option('--from <日期>', '起日，如 2014-01-01；不写为止日当年的 1 月 1 日')
    .option('--to <日期>', '止日，含当天；不写为今天')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (path: string | undefined, { from, to, json }: Options) => {
      const query = {
        ...(from === undefined ? {} : { from: parseDay(from) }),
        ...(to === undefined ? {} : { to: parseDay(to) }),
      }
      await askCatalogue({ path, json }, async (catalogue) => {
        const ledger = await catalogue.getLedger(query)
        if (json) printJson(ledger)
        else printLines(describe(ledger))
      })
    })
}

type Account = Pick<LedgerAnswer, 'opening' | 'movements' | 'closing' | 'balanced' | 'items'>

function describe(ledger: LedgerAnswer): string[] {
  const { from, to, agencies, types } = ledger
  // A column in which nothing moved anywhere is left out.
  const moved = (movement: Movement) => [ledger, ...agencies, ...types].some(({ movements }) => movements[movement] > 0)
  const columns = { in: additions.filter(moved), out: removals.filter(moved) }
  const headings = [
    ['', '期初'],
    columns.in.map((movement) => `+${movementLabels[movement]}`),
    columns.out.map((movement) => `−${movementLabels[movement]}`),
    ['期末', '平衡'],
  ].flat()
  const rowOf = (name: string, { opening, movements, closing, balanced }: Account) => [
    name,
    String(opening),
    ...[...columns.in, ...columns.out].map((movement) => String(movements[movement] || '')),
    String(closing),
    balanced ? '平' : '不平',
  ]
  return [
    `${from} 至 ${to} 在用事项台账`,
    ...tableLines([headings, rowOf('全市', ledger), ...agencies.map((agency) => rowOf(agency.name, agency))]),
    '',
    ...tableLines([headings, ...types.map((type) => rowOf(type.label, type))]),
    ...rowLines(ledger),
  ]
}

/** The rows behind the numbers of the city. */
function rowLines({ items }: LedgerAnswer): string[] {
  const lines = [...additions, ...removals].flatMap((movement) =>
    items[movement].length === 0 ? [] : [[movementLabels[movement], items[movement].join(' ')]],
  )
  return lines.length === 0 ? [] : ['', ...tableLines(lines)]
}
