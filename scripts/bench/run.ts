/**
 * `npm run bench`: decisions, rules, import, flowcharts and the service (start, memory, answers), measured on this machine and written to
 * docs/performance.md, or by another Node than the one that the service is made for to a document of its own (docs/performance-node24.md). Parts that are
 * named are measured alone and only printed, as in `npm run bench -- import service`.
 *
 * Answers are given as a ratio to a bare `node:http` server that sends the same bytes, measured in the same run, in turns; machines differ, ratios less so.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeManyCopies } from './many-copies.ts'
import { measureExtremes, measureGrowth } from './measure-decisions.ts'
import { measureRules } from './measure-rules.ts'
import { measureService, median, rounds, seconds } from './measure-service.ts'

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)))
const banshi = join(root, 'scripts/banshi.mjs')
/** The major version that the service is made for. */
const usualNode = 20
const folder = mkdtempSync(join(tmpdir(), 'banshi-bench-'))

function timed(args: string[], database: string): number {
  const begun = performance.now()
  execFileSync(process.execPath, [banshi, ...args], {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return performance.now() - begun
}

function measureImport(): string[] {
  const once = timed(['import', join(root, 'catalog')], join(folder, 'once.db'))
  const many = join(folder, 'many')
  const items = writeManyCopies(join(root, 'catalog'), many, 100)
  const hundred = timed(['import', many], join(folder, 'many.db'))
  return [
    `| import of \`catalog/\` | ${once.toFixed(0)} ms |`,
    `| import of 100 copies (${items} items) | ${(hundred / 1000).toFixed(1)} s, ${(hundred / items).toFixed(2)} ms an item |`,
  ]
}

async function measureFlowcharts(): Promise<string> {
  const { createWorkerFlowchartRenderer } = await import('../../src/flowcharts/worker-flowchart-renderer.ts')
  const sources = sampleCodes().map((code) =>
    execFileSync(process.execPath, [banshi, 'flowchart', code, '--format', 'mermaid'], {
      env: { ...process.env, DATABASE_URL: `file:${join(folder, 'once.db')}` },
      encoding: 'utf8',
    }),
  )
  const renderer = createWorkerFlowchartRenderer()
  await renderer.render(sources[0] ?? '')
  const times: number[] = []
  for (const source of sources) {
    const begun = performance.now()
    await renderer.render(source)
    times.push(performance.now() - begun)
  }
  await renderer.close()
  return `| one flowchart, warm (median of ${times.length}) | ${median(times).toFixed(0)} ms |`
}

function sampleCodes(): string[] {
  const items = join(root, 'catalog/items')
  return readdirSync(items)
    .flatMap((agency) => readdirSync(join(items, agency)).slice(0, 1))
    .map((file) => file.replace('.yaml', ''))
}

const wanted = process.argv.slice(2)
const wants = (part: string) => wanted.length === 0 || wanted.includes(part)
const table = (columns: string, rows: readonly string[]) =>
  [columns, columns.replace(/[^|]+/g, ' --- '), ...rows].join('\n')

const decisions = wants('decisions') ? { growth: measureGrowth(), extremes: measureExtremes() } : undefined
const ruleRows = wants('rules') ? measureRules(join(root, 'catalog')) : undefined
// The flowcharts are those of the catalogue that is imported.
const imports = wants('import') || wants('flowcharts') ? measureImport() : []
const flowcharts = wants('flowcharts') ? [await measureFlowcharts()] : []
const service = wants('service') ? await measureService({ banshi, catalog: join(root, 'catalog'), folder }) : undefined
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform} ${process.arch}`
const sections = [
  '# Performance',
  `Written by \`npm run bench\`; run it again rather than trusting a number from another machine. Machine: ${machine}.`,
  table('| what | measured |', [...(service?.rows ?? []), ...imports, ...flowcharts]),
]
if (service !== undefined) {
  sections.push(
    `Answers: ${rounds} rounds of ${seconds} s, 10 connections, in turns with a bare \`node:http\` server that sends the same bytes; medians, of the ratio that of the rounds. Every flowchart is drawn before.`,
    table('| answer | KiB | requests/s | bare requests/s | ratio | p99 ms |', service.answerRows),
  )
}
if (decisions !== undefined) {
  sections.push(
    'The catalogue of a day: worked out from items and decisions alone; once the chronicle of all days is written; the ledger of the year 2014.',
    table('| items | decisions | from nothing, ms | µs an item | once written, ms | ledger, ms |', decisions.growth),
    table('| the catalogue of a day after | measured |', decisions.extremes),
  )
}
if (ruleRows !== undefined) sections.push(table('| rules | measured |', ruleRows))
const report = `${sections.join('\n\n')}\n`
const major = Number(process.versions.node.split('.')[0])
const document = major === usualNode ? 'docs/performance.md' : `docs/performance-node${major}.md`
if (wanted.length === 0) writeFileSync(join(root, document), report)
process.stdout.write(report)
rmSync(folder, { recursive: true, force: true })
