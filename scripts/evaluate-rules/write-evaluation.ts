/**
 * Writes `docs/rules-evaluation.md` from the found guides, the judged list and what the rules say today:
 * `node scripts/build.mjs && node dist/scripts/evaluate-rules/write-evaluation.js`. Findings without a verdict are printed and end it with 1.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rules } from '../../src/domain/rules/rules.ts'
import { evaluatedRules, evaluateGuides, type GuideFinding } from './evaluate.ts'
import { type FoundGuide, type Judgement, readFoundGuides, readJudgements } from './found-guides.ts'

const keyOf = ({ guide, rule, message }: GuideFinding) => `${guide} ${rule} ${message}`

/** Findings of today without a verdict, and verdicts on what the rules no longer say. */
export function compareWithVerdicts(findings: readonly GuideFinding[], judgements: readonly Judgement[]) {
  const judged = new Set(judgements.map(keyOf))
  const said = new Set(findings.map(keyOf))
  return {
    unjudged: findings.filter((finding) => !judged.has(keyOf(finding))),
    outdated: judgements.filter((judgement) => !said.has(keyOf(judgement))),
  }
}

/** The evaluation as a page. */
export function writeEvaluation(guides: readonly FoundGuide[], judgements: readonly Judgement[]): string {
  const rejected = judgements.filter(({ verdict }) => verdict === 'rejected').length
  const share = judgements.length === 0 ? 0 : (100 * rejected) / judgements.length
  return [
    '# How often the rules on texts are wrong',
    '',
    'Rules that read sentences can be wrong where a rule on a field cannot. This page says how often they are, on guides that no one wrote for',
    'this project. It is made by `scripts/evaluate-rules` and held by a test: a change of a rule that changes a finding has to be judged anew.',
    '',
    '## Result',
    '',
    `- ${guides.length} published guides of Chinese cities and counties, ${judgements.length} findings, **${rejected} that a careful officer would reject (${share.toFixed(1)} %)**; the bar is 5 %.`,
    `- Read in them: ${countTexts(guides)}.`,
    '- The sample of findings is small. A single rejected one would be above the bar, and one hundred more guides may well hold a trap that these do not.',
    '',
    '## What was judged',
    '',
    `Rules: ${evaluatedRules.join(', ')}. Only they read what an office wrote. Rules on empty fields were left out: what was not found of a`,
    'guide says nothing of the guide. Limits stand in the fields and, as on the page, in a sentence (法定时限20日；承诺时限3日。). The steps are',
    'taken one after the other. The verdict asks: would an officer of the reform office send the guide back for this?',
    '',
    '| guide | rule | finding | verdict | why |',
    '| --- | --- | --- | --- | --- |',
    ...judgements.map(
      ({ guide, rule, message, verdict, why }) =>
        `| ${linkOf(guides, guide)} | ${rule} | ${message} | ${verdict === 'accepted' ? '认可' : '不认可'} | ${why} |`,
    ),
    '',
    ...writeQuiet(judgements),
    ...missed,
    '',
  ].join('\n')
}

function countTexts(guides: readonly FoundGuide[]): string {
  const count = (pick: (guide: FoundGuide) => readonly unknown[] | undefined) =>
    guides.reduce((sum, guide) => sum + (pick(guide)?.length ?? 0), 0)
  const has = (pick: (guide: FoundGuide) => unknown) => guides.filter((guide) => pick(guide) !== undefined).length
  return [
    `${count(({ materials }) => materials)} names of materials`,
    `${count(({ conditions }) => conditions)} conditions`,
    `${count(({ steps }) => steps)} steps`,
    `${has(({ statutoryLimit }) => statutoryLimit) + has(({ promisedLimit }) => promisedLimit)} limits`,
    `${has(({ address }) => address)} addresses`,
    `${has(({ phone }) => phone) + has(({ complaintPhone }) => complaintPhone)} phone contacts`,
    `${has(({ officeHours }) => officeHours)} office hours`,
  ].join(', ')
}

function linkOf(guides: readonly FoundGuide[], id: string): string {
  const source = guides.find((guide) => guide.id === id)?.source ?? ''
  return /^https?:/.test(source) ? `[${id}](${source})` : `${id} (${source})`
}

function writeQuiet(judgements: readonly Judgement[]): string[] {
  const spoke = new Set(judgements.map(({ rule }) => rule))
  const known = new Set(rules.map(({ id }) => id))
  const quiet = evaluatedRules.filter((id) => !spoke.has(id) && known.has(id))
  return [
    '## What this does not show',
    '',
    `- These rules found nothing here, right or wrong: ${quiet.join(', ')}. The guides found hold facts, hardly any running text, and no charts.`,
    '  Their examples (`test/fixtures/rules`) and the sentences of `test/domain/texts` show that they fire and where they keep quiet.',
    '- On the 432 items of the sample catalogue the same rules find what `banshi check catalog` prints; the texts there were mended where a finding was right.',
  ]
}

/** Read by a person in the same facts. */
const missed = [
  '',
  '## What the rules let pass',
  '',
  'Precision goes before reach. Reading the same facts, a person would also have asked about these:',
  '',
  '- G073 “装配式建筑附加材料”: which papers, the name does not say. 附加 is too common in names that do say it.',
  '- G008 “营业执照、法人身份证、授权委托书、受托人身份证”: four papers in one row.',
  '- G020 “拟建项目证明文件和规划选址论证情况”: two things, one of them no paper.',
  '- G019, G050 conditions “符合治安、消防、环境噪声规定”: which rules is left open; 规定 is too common to ask about.',
]

function main(): void {
  const root = process.cwd()
  const guides = readFoundGuides(root)
  const judgements = readJudgements(root)
  const { unjudged, outdated } = compareWithVerdicts(evaluateGuides(guides), judgements)
  for (const { guide, rule, message } of unjudged) process.stderr.write(`没有判断：${guide} ${rule} ${message}\n`)
  for (const { guide, rule, message } of outdated) process.stderr.write(`已经不再出现：${guide} ${rule} ${message}\n`)
  if (unjudged.length + outdated.length > 0) process.exitCode = 1
  else writeFileSync(join(root, 'docs/rules-evaluation.md'), writeEvaluation(guides, judgements))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
