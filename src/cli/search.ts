import type { Command } from 'commander'
import { writeDuration } from '../domain/durations.ts'
import { labels } from '../domain/labels.ts'
import type { ItemList } from '../use-cases/use-cases.ts'
import { askCatalogue } from './open-catalogue.ts'
import { printJson, printLines, tableLines } from './print.ts'
import { UsageError } from './report-error.ts'

/** As the site: longer queries are a mistake. */
const longestQuery = 200
const pageSize = 20

/** `banshi search`: what the site's search answers, its first page. */
export function addSearchVerb(program: Command): void {
  program
    .command('search')
    .description('按事项名称、俗称、部门、材料或拼音查找事项')
    .argument('<words...>', '要找的词，如 开饭店')
    .option('--json', '输出 JSON')
    .action(async (words: string[], options: { json?: true }) => {
      const q = words.join(' ').trim()
      if (q === '') throw new UsageError('请写出要找的词')
      if (q.length > longestQuery) throw new UsageError(`要找的词太长，最多 ${longestQuery} 个字`)
      await askCatalogue({ json: options.json }, async (catalogue) => {
        const found = await catalogue.listItems({ q, filters: {}, page: 1, pageSize })
        if (options.json) printJson(found)
        else printLines(describe(q, found))
      })
    })
}

function describe(q: string, { data, meta }: ItemList): string[] {
  if (meta.total === 0) return [`没有找到与“${q}”有关的事项。`]
  const rows = data.map((item) => [
    item.code,
    item.name,
    item.agencyName,
    labels.type[item.type],
    writeDuration(item.promisedTimeLimit),
  ])
  const more = meta.total > data.length ? [`只列出前 ${data.length} 项。`] : []
  return [`找到 ${meta.total} 项`, ...tableLines([['编码', '事项', '部门', '类型', '承诺时限'], ...rows]), ...more]
}
