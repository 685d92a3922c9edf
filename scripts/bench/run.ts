/**
 * `npm run bench`: decisions, rules, start-up, import, answers and flowcharts, measured on this machine and written to docs/performance.md.
 *
 * Answers are given as a ratio to a bare `node:http` server that sends the same bytes, measured in the same run, in turns; machines differ, ratios less so.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { writeManyCopies } from './many-copies.ts'
import { measureExtremes, measureGrowth } from './measure-decisions.ts'
import { measureRules } from './measure-rules.ts'
import { startServer } from './servers.ts'

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)))
const banshi = join(root, 'scripts/banshi.mjs')
const bareServer = fileURLToPath(new URL('./bare-server.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'banshi-bench-'))
const rounds = 3
const seconds = 3

interface Answer {
  name: string
  path: string
}
const answers: Answer[] = [
  { name: 'item, JSON', path: '/api/v1/items/fgw-001' },
  { name: 'item, page', path: '/items/fgw-001' },
  { name: 'list, page', path: '/items' },
  { name: 'search, JSON', path: `/api/v1/items?q=${encodeURIComponent('排水')}` },
  { name: 'flowchart, SVG', path: '/api/v1/items/fgw-001/flowchart.svg' },
]

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function timed(args: string[], database: string): number {
  const begun = performance.now()
  execFileSync(process.execPath, [banshi, ...args], {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return performance.now() - begun
}

async function load(url: string): Promise<{ rate: number; p99: number }> {
  const result = await autocannon({ url, connections: 10, duration: seconds })
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} refusals`)
  return { rate: result.requests.average, p99: result.latency.p99 }
}

/** Requests a second of the service and of the bare server, in turns; the medians. */
async function measureAnswer(address: string, { name, path }: Answer): Promise<string> {
  const response = await fetch(address + path)
  const body = Buffer.from(await response.arrayBuffer())
  const file = join(folder, 'body')
  writeFileSync(file, body)
  const bare = await startServer(bareServer, [file, response.headers.get('content-type') ?? 'text/plain'])
  const ours: { rate: number; p99: number }[] = []
  const theirs: { rate: number; p99: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await load(address + path))
    theirs.push(await load(bare.address))
  }
  await bare.stop()
  const rate = median(ours.map((result) => result.rate))
  const bareRate = median(theirs.map((result) => result.rate))
  const p99 = median(ours.map((result) => result.p99))
  return `| ${name} | ${(body.byteLength / 1024).toFixed(1)} | ${rate.toFixed(0)} | ${bareRate.toFixed(0)} | **${(rate / bareRate).toFixed(2)}** | ${p99} |`
}

async function measureStart(): Promise<{ rows: string[]; answerRows: string[] }> {
  const env = { DATABASE_URL: `file:${join(folder, 'serve.db')}`, PORT: '0', LOG_LEVEL: 'silent' }
  const first = await startServer(banshi, ['serve'], env)
  await first.stop()
  const second = await startServer(banshi, ['serve'], env)
  const answerRows: string[] = []
  for (const answer of answers) answerRows.push(await measureAnswer(second.address, answer))
  await second.stop()
  return {
    rows: [
      `| start on an empty store, catalogue filled in | ${first.startedIn.toFixed(0)} ms |`,
      `| start on a filled store | ${second.startedIn.toFixed(0)} ms |`,
    ],
    answerRows,
  }
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

const growth = measureGrowth()
const extremes = measureExtremes()
const ruleRows = measureRules(join(root, 'catalog'))
const imports = measureImport()
const flowchart = await measureFlowcharts()
const start = await measureStart()
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform} ${process.arch}`
const report = `# Performance

Written by \`npm run bench\`; run it again rather than trusting a number from another machine. Machine: ${machine}.

| what | measured |
| --- | --- |
${[...start.rows, ...imports, flowchart].join('\n')}

Answers: ${rounds} rounds of ${seconds} s, 10 connections, in turns with a bare \`node:http\` server that sends the same bytes; medians.

| answer | KiB | requests/s | bare requests/s | ratio | p99 ms |
| --- | --- | --- | --- | --- | --- |
${start.answerRows.join('\n')}

The catalogue of a day: worked out from items and decisions alone; once the chronicle of all days is written; the ledger of the year 2014.

| items | decisions | from nothing, ms | µs an item | once written, ms | ledger, ms |
| --- | --- | --- | --- | --- | --- |
${growth.join('\n')}

| the catalogue of a day after | measured |
| --- | --- |
${extremes.join('\n')}

| rules | measured |
| --- | --- |
${ruleRows.join('\n')}
`
writeFileSync(join(root, 'docs/performance.md'), report)
process.stdout.write(report)
rmSync(folder, { recursive: true, force: true })
