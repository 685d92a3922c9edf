import type { Severity } from '../finding.ts'
import type { Rule, RuleSubject } from './rule.ts'
import { rules } from './rules.ts'

const severities: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' }
const subjects: Readonly<Record<RuleSubject, string>> = {
  item: '事项',
  guide: '指南',
  procedure: '流程',
  decision: '决定',
  catalogue: '目录',
}
const families: readonly (readonly [prefix: string, heading: string])[] = [
  ['ITM', '事项要素'],
  ['LAW', '设定依据'],
  ['TIM', '时限'],
  ['GDE', '办事指南'],
  ['MAT', '申请材料'],
  ['FEE', '收费'],
  ['FLW', '办理流程'],
  ['ADJ', '调整决定'],
  ['CAT', '目录整体'],
]

/** The table of rules as a document in Markdown; `docs/rules.md` is this text. */
export function describeRules(): string {
  const sections = families.map(([prefix, heading]) => describeFamily(heading, rulesOf(prefix)))
  return `# 规则

由规则表生成（\`npm run build && node dist/scripts/write-rules-document.js\`），共 ${rules.length} 条，不要手改。花括号里的是检查时填入的事实。“从”和“到”是规则适用的起止日；
依据晚于所查日期的，检查时不引用。城市可以在 \`policy.yaml\` 的 \`ruleChanges\` 里写明理由和批准人，关闭一条规则或者降低它的级别，\`banshi check\` 会一并列出。

${sections.join('\n')}`
}

function rulesOf(prefix: string): Rule[] {
  return rules.filter(({ id }) => id.startsWith(`${prefix}-`))
}

function describeFamily(heading: string, family: readonly Rule[]): string {
  const rows = family.map((rule) =>
    [
      rule.id,
      severities[rule.severity],
      subjects[rule.subject],
      rule.message,
      rule.mend,
      describeBasis(rule),
      describeSpan(rule),
      rule.reads.map((pointer) => `\`${pointer}\``).join(' '),
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  )
  return `## ${heading}（${family.length}）

| 编号 | 级别 | 对象 | 问题 | 怎么改 | 依据 | 适用 | 读取 |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}
`
}

function describeBasis({ basis, basisFrom }: Rule): string {
  if (basis === null) return '本项目'
  return basisFrom === undefined ? basis : `${basis}（${basisFrom}起引用）`
}

function describeSpan({ from, to }: Rule): string {
  if (from === undefined && to === undefined) return '一直'
  return `${from === undefined ? '' : `从${from}`}${to === undefined ? '' : `到${to}`}`
}
