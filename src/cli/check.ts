import type { Command } from 'commander'
import { InputRefusedError, type Violation } from '../domain/catalog-error.ts'
import { countFindings } from '../domain/count-findings.ts'
import { parseDay } from '../domain/days.ts'
import type { Finding, Severity } from '../domain/finding.ts'
import { rules } from '../domain/rules/rules.ts'
import type { Policy } from '../schema/types.ts'
import { askCatalogue } from './open-catalogue.ts'
import { placeFindings } from './place-findings.ts'
import { printJson, printLines } from './print.ts'
import { UsageError } from './report-error.ts'
import { sarifOf } from './sarif.ts'

const severities: readonly (readonly [Severity, string])[] = [
  ['error', '错误'],
  ['warning', '警告'],
  ['hint', '提示'],
]

interface Options {
  rule?: string
  asOf?: string
  json?: true
  format?: string
}

type Format = 'text' | 'json' | 'sarif'

/**
 * `banshi check`: the rules on a folder or on the store. Exit status 1 when one finding is an error.
 *
 * A folder that breaks its schemas cannot be held to the rules: it is refused like an import, every violation with file, line and column;
 * with `--json` each violation is a finding as well, its subject the file.
 */
export function addCheckVerb(program: Command): void {
  program
    .command('check')
    .description('按规则检查事项')
    .argument('[path]', '目录文件夹；不写则检查数据库')
    .option('--rule <编号>', '只用一条规则，如 TIM-05')
    .option('--as-of <日期>', '哪一天的目录和规则，如 2014-05-04；不写为今天')
    .option('--json', '输出 JSON')
    .option('--format <格式>', 'text、json 或 sarif（SARIF 2.1.0，供代码托管平台显示）')
    .allowExcessArguments(false)
    .action(async (path: string | undefined, options: Options) => {
      const { rule, asOf } = options
      const format = readFormat(options)
      const query = {
        ...(rule === undefined ? {} : { rule: readRule(rule) }),
        ...(asOf === undefined ? {} : { asOf: parseDay(asOf) }),
      }
      const work = () =>
        askCatalogue({ path, tellsContradictions: true }, async (catalogue) => {
          const found = await catalogue.checkCatalogue(query)
          const findings =
            format === 'sarif' && path !== undefined ? await placeFindings(path, found, catalogue.placeInFiles) : found
          report(findings, await catalogue.listRuleChanges(), format)
        })
      await (format === 'text' ? work() : tellingRefusals(format, work))
    })
}

function readFormat({ json, format }: Options): Format {
  if (format === undefined) return json ? 'json' : 'text'
  if (format !== 'text' && format !== 'json' && format !== 'sarif') {
    throw new UsageError(`没有格式“${format}”，现有：text、json、sarif`)
  }
  if (json && format !== 'json') throw new UsageError('--json 与 --format 不能同时用')
  return format
}

function report(findings: readonly Finding[], ruleChanges: Policy['ruleChanges'], format: Format): void {
  const counts = countFindings(findings)
  if (format === 'json') printJson({ findings, counts, ruleChanges })
  else if (format === 'sarif') printJson(sarifOf(findings))
  else printLines([...describe(findings, counts), ...ruleChanges.map(describeChange)])
  if (counts.error > 0) process.exitCode = 1
}

/** What a city switched off or softened is told with every check: nobody shall take silence for soundness. */
function describeChange({ rule, severity, reason, approvedBy }: Policy['ruleChanges'][number]): string {
  const becomes = severity === 'off' ? '已关闭' : `已降为${new Map(severities).get(severity)}`
  return `规则 ${rule} ${becomes}：${reason}（${approvedBy}批准）`
}

async function tellingRefusals(format: Format, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof InputRefusedError) {
      const findings = error.violations.map(findingOf)
      if (format === 'sarif') printJson(sarifOf([], error.violations))
      else printJson({ findings, counts: countFindings(findings), violations: error.violations })
    }
    throw error
  }
}

function findingOf({ file, pointer, rule, message }: Violation): Finding {
  return { rule, severity: 'error', subject: file ?? '', path: pointer, message, basis: null }
}

function readRule(text: string): string {
  const id = text.toUpperCase()
  if (rules.some((rule) => rule.id === id)) return id
  throw new UsageError(`没有规则“${text}”，现有：${rules.map((rule) => rule.id).join('、')}`)
}

function describe(findings: readonly Finding[], counts: Record<Severity, number>): string[] {
  const words = new Map(severities)
  const lines = findings.map(({ rule, severity, subject, path, message, basis }) =>
    [words.get(severity), rule, subject, path, message, basis === null ? '' : `（${basis}）`].join(' ').trimEnd(),
  )
  const sums = severities.map(([severity, word]) => `${word} ${counts[severity]}`).join('，')
  return [...lines, findings.length === 0 ? '没有发现问题。' : `共 ${findings.length} 处：${sums}。`]
}
