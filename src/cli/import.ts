import type { Command } from 'commander'
import type { ImportReport, ImportTally } from '../use-cases/import-catalogue.ts'
import { tellingRefusals } from './open-catalogue.ts'
import { printJson, printLines } from './print.ts'
import { showReading } from './show-reading.ts'

type DocumentKind = keyof ImportTally['ids']

interface Options {
  dryRun?: true
  json?: true
}

/** `banshi import`: a catalogue folder or single files, as one batch. */
export function addImportVerb(program: Command): void {
  program
    .command('import')
    .description('把目录文件夹、文件或工作簿装入数据库')
    .argument('<path...>', '目录文件夹、文件或工作簿（.xlsx）')
    .option('--dry-run', '只说会改什么，不改')
    .option('--json', '输出 JSON')
    .action(async (paths: string[], options: Options) => {
      const { openStoredCatalogue } = await import('../compose/catalogue.ts')
      const { readConfig } = await import('../config/read-config.ts')
      const progress = showReading()
      const catalogue = await openStoredCatalogue(readConfig().database, progress.show)
      try {
        const work = () => catalogue.importCatalogue(paths, { dryRun: options.dryRun ?? false })
        const report = await tellingRefusals(options.json, () => work().finally(progress.stop))
        if (options.json) printJson(report)
        else printLines(describe(report, options.dryRun))
      } finally {
        await catalogue.close()
      }
    })
}

const kinds: Readonly<Record<DocumentKind, string>> = {
  policy: '政策',
  regions: '区划',
  agencies: '部门',
  laws: '依据',
  item: '事项',
  decision: '调整决定',
}

function describe({ created, updated, unchanged, findings }: ImportReport, dryRun: true | undefined): string[] {
  const would = dryRun ? '将' : '已'
  const nothing = created.count + updated.count === 0 ? ['没有变化。'] : []
  return [
    ...tallyLine(`${would}新增`, created),
    ...tallyLine(`${would}更新`, updated),
    ...tallyLine('未变', unchanged),
    ...decisionLine(`${would}新增`, created),
    ...decisionLine(`${would}更新`, updated),
    ...nothing,
    ...findingLines(findings),
    ...(dryRun ? ['这是预演，数据库没有改动。'] : []),
  ]
}

function tallyLine(word: string, { count, ids }: ImportTally): string[] {
  if (count === 0) return []
  const parts = Object.entries(ids).map(([kind, list]) => `${kinds[kind as DocumentKind]} ${list.length}`) // the tally's own keys
  return [`${word} ${count} 份：${parts.join('，')}`]
}

/** Decisions are few and weighty: each is named. */
function decisionLine(word: string, { ids }: ImportTally): string[] {
  const decisions = ids.decision ?? []
  return decisions.length === 0 ? [] : [`${word}的调整决定：${decisions.join('、')}`]
}

const longest = 20

function findingLines(findings: ImportReport['findings']): string[] {
  if (findings.length === 0) return []
  const shown = findings
    .slice(0, longest)
    .map(({ subject, path, rule, message }) => `  ${subject} ${path} ${rule} ${message}`)
  const more = findings.length > longest ? [`  …… 其余 ${findings.length - longest} 处未列出。`] : []
  return [`有 ${findings.length} 处提醒，不妨碍装入：`, ...shown, ...more]
}
