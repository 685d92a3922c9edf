import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { type RunningServer, startServer, startService } from './servers.ts'

/** Where the service is, what it is filled from, and a folder for what is made. */
export interface Place {
  banshi: string
  catalog: string
  folder: string
}
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
/** Short turns, many of them: a machine that others share is fast and slow by seconds. */
export const rounds = 11
export const seconds = 1
/** Milliseconds until an idle drawing worker has certainly ended. */
const untilIdle = 35_000

const bareServer = fileURLToPath(new URL('bare-server.js', import.meta.url))

/** The value in the middle. */
export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Starts, resident memory, and answers once every flowchart is drawn: before that, drawing has a processor of its own. */
export async function measureService({ banshi, catalog, folder }: Place) {
  const env = { DATABASE_URL: `file:${join(folder, 'serve.db')}`, PORT: '0', LOG_LEVEL: 'silent' }
  const start = () => startService(banshi, env)
  const codes = codesOf(catalog)
  const first = await start()
  await askAll(first, codes, '/flowchart.svg')
  await setTimeout(untilIdle)
  const drawn = residentMemory(first)
  await first.stop()
  const second = await start()
  // After its start the service looks for charts that are missing.
  await setTimeout(untilIdle)
  const answerRows: string[] = []
  for (const answer of answers) answerRows.push(await measureAnswer(second.address, answer, folder))
  await askAll(second, codes, '')
  const asked = residentMemory(second)
  await second.stop()
  return {
    rows: [
      `| start on an empty store, catalogue filled in | ${first.startedIn.toFixed(0)} ms |`,
      `| start on a filled store | ${second.startedIn.toFixed(0)} ms |`,
      `| resident memory, ${codes.length} items, all charts drawn, 35 s later | ${drawn} |`,
      `| resident memory after the answers below and every item as JSON | ${asked} |`,
    ],
    answerRows,
  }
}

function codesOf(catalog: string): string[] {
  const items = readdirSync(join(catalog, 'items'), { recursive: true, encoding: 'utf8' })
  return items.flatMap((path) => /([^/\\]+)\.yaml$/.exec(path)?.[1] ?? [])
}

async function askAll({ address }: RunningServer, codes: readonly string[], part: string): Promise<void> {
  for (const code of codes) {
    const response = await fetch(`${address}/api/v1/items/${code}${part}`)
    await response.arrayBuffer()
    // No flowchart, or no longer in the catalogue.
    if (!response.ok && response.status !== 404 && response.status !== 410)
      throw new Error(`${code}${part}: ${response.status}`)
  }
}

/** As Linux counts it. */
function residentMemory({ pid }: RunningServer): string {
  if (process.platform !== 'linux') return 'not measured'
  const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return `${(kibibytes / 1024).toFixed(0)} MiB`
}

/** Requests a second, and the milliseconds within which 99 of 100 were answered. */
interface Load {
  rate: number
  p99: number
}

async function load(url: string): Promise<Load> {
  const result = await autocannon({ url, connections: 10, duration: seconds })
  if (result.errors > 0 || result.non2xx > 0)
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} refusals`)
  return { rate: result.requests.average, p99: result.latency.p99 }
}

/** Requests a second of the service and of the bare server, each first in every other round; medians, for the ratio that of the rounds' ratios. */
async function measureAnswer(address: string, { name, path }: Answer, folder: string): Promise<string> {
  const response = await fetch(address + path)
  const body = Buffer.from(await response.arrayBuffer())
  const file = join(folder, 'body')
  writeFileSync(file, body)
  const bare = await startServer([bareServer, file, response.headers.get('content-type') ?? 'text/plain'])
  const places = { ours: address + path, theirs: bare.address }
  const results: Record<keyof typeof places, Load[]> = { ours: [], theirs: [] }
  // The first turns compile the programs and do not count.
  for (const url of Object.values(places)) await load(url)
  for (let round = 0; round < rounds; round += 1) {
    const turns = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)
    for (const turn of turns) results[turn].push(await load(places[turn]))
  }
  await bare.stop()
  const [ours, theirs] = [results.ours.map(({ rate }) => rate), results.theirs.map(({ rate }) => rate)]
  const ratio = median(ours.map((rate, round) => rate / (theirs[round] ?? Number.NaN)))
  const p99 = median(results.ours.map((result) => result.p99))
  return `| ${name} | ${(body.byteLength / 1024).toFixed(1)} | ${median(ours).toFixed(0)} | ${median(theirs).toFixed(0)} | **${ratio.toFixed(2)}** | ${p99} |`
}
