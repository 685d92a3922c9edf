import type { Command } from 'commander'
import { parseDay } from '../domain/days.ts'
import type { LawAnswer } from '../use-cases/use-cases.ts'
import { askCatalogue } from './open-catalogue.ts'
import { printJson, printLines, tableLines } from './print.ts'

/** `banshi law`: what would change in the catalogue if a law went. */
export function addLawVerb(program: Command): void {
  program
    .command('law')
    .description('一部法律文件失效会影响哪些事项、时限、材料和收费')
    .argument('<title>', '名称，如 行政许可法')
    .argument('[path]', '目录文件夹；不写则看数据库')
    .option('--as-of <日期>', '哪一天的目录，如 2014-05-04；不写为今天')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (title: string, path: string | undefined, { asOf, json }: { asOf?: string; json?: true }) => {
      const query = asOf === undefined ? {} : { asOf: parseDay(asOf) }
      await askCatalogue({ path, json }, async (catalogue) => {
        const law = await catalogue.getLaw(title, query)
        if (json) printJson(law)
        else printLines(describe(law))
      })
    })
}

function describe({ title, asOf, counts, items }: LawAnswer): string[] {
  const rows = items.map(({ code, name, agencyName, uses, losesItsBasis, losesItsLimit }) => [
    code,
    name,
    agencyName,
    String(uses.length),
    [losesItsBasis && '没有别的设定依据', losesItsLimit && '没有别的时限依据'].filter(Boolean).join('，'),
  ])
  return [
    `《${title}》，${asOf}：${counts.items} 个在用事项引用，其中 ${counts.withoutBasis} 个没有别的设定依据，${counts.withoutLimit} 个没有别的时限依据；材料 ${counts.materials} 项，收费 ${counts.fees} 项`,
    ...(rows.length === 0 ? [] : tableLines([['编码', '事项', '部门', '引用', '失效的后果'], ...rows])),
  ]
}
