import type { Command } from 'commander'
import { parseDay } from '../domain/days.ts'
import { labels } from '../domain/labels.ts'
import type { StateAnswer } from '../use-cases/use-cases.ts'
import { askCatalogue } from './open-catalogue.ts'
import { printJson, printLines, tableLines } from './print.ts'

/** `banshi state`: what every item is on a day, and by which decision. */
export function addStateVerb(program: Command): void {
  program
    .command('state')
    .description('某日全部事项的状态')
    .argument('[path]', '目录文件夹；不写则看数据库')
    .option('--as-of <日期>', '哪一天，如 2014-05-04；不写为今天')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (path: string | undefined, { asOf, json }: { asOf?: string; json?: true }) => {
      const query = asOf === undefined ? {} : { asOf: parseDay(asOf) }
      await askCatalogue({ path, json }, async (catalogue) => {
        const state = await catalogue.getState(query)
        if (json) printJson(state)
        else printLines(describe(state))
      })
    })
}

function describe({ asOf, items }: StateAnswer): string[] {
  const rows = items.map(({ code, name, agency, type, state, successors, decision }) => [
    code,
    name,
    agency,
    labels.type[type],
    labels.state[state],
    successors.join(' '),
    decision ?? '',
  ])
  const active = items.filter(({ state }) => state === 'active').length
  return [
    `${asOf}，在用 ${active} 项，共 ${items.length} 项`,
    ...tableLines([['编码', '事项', '部门', '类型', '状态', '去向', '决定'], ...rows]),
  ]
}
