/**
 * `npm run bench:load`: the real service under mixed reads while another process imports changes and an editor saves drafts, written to docs/performance-load.md, or
 * docs/performance-load-mongodb.md.
 *
 * `--minutes 10` in all, `--connections 50,500` in turn, `--database URL` (file:… or mongodb://…; default a new file), `--pause 1000` ms between two
 * imports, and between two saves. The database is filled from `catalog/` and is not removed where it was named.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startService } from '../bench/servers.ts'
import { makeEditorKey, startEditor } from './edit-guides.ts'
import { loadPhase, type Phase } from './load-phase.ts'
import { mixReads, type ReadSources } from './mixed-reads.ts'
import { watchMemory } from './watch-memory.ts'
import { type LoadResults, writeLoadReport } from './write-load-report.ts'
import { startWriter } from './writer.ts'

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)))
const banshi = join(root, 'scripts/banshi.mjs')
const folder = mkdtempSync(join(tmpdir(), 'banshi-load-'))
const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    connections: { type: 'string', default: '50,500' },
    database: { type: 'string', default: `file:${join(folder, 'load.db')}` },
    pause: { type: 'string', default: '1000' },
  },
})
const { database } = options
/** Whose guides are edited. */
const editedAgency = 'fgw'

async function askSources(address: string): Promise<ReadSources> {
  const pages = await Promise.all(
    [1, 2, 3, 4, 5].map((page) => fetch(`${address}/api/v1/items?pageSize=100&page=${page}`)),
  )
  // The shape of the list is the contract's.
  const lists = (await Promise.all(pages.map((page) => page.json()))) as { data: { code: string; agency: string }[] }[]
  const items = lists.flatMap(({ data }) => data)
  return { codes: items.map(({ code }) => code), agencies: [...new Set(items.map(({ agency }) => agency))] }
}

/** The service draws flowcharts once in its life; a reader of the first minutes would wait for a queue of them. */
async function drawAll(address: string, { codes }: ReadSources): Promise<void> {
  for (const code of codes) {
    const answer = await fetch(`${address}/api/v1/items/${code}/flowchart.svg`)
    if (!answer.ok) throw new Error(`${code}: ${answer.status}`)
    await answer.arrayBuffer()
  }
}

async function measure(): Promise<LoadResults> {
  const catalogue = join(folder, 'catalogue')
  cpSync(join(root, 'catalog'), catalogue, { recursive: true })
  const env = { DATABASE_URL: database, PORT: '0', LOG_LEVEL: 'error' }
  execFileSync(process.execPath, [banshi, 'import', catalogue], { env: { ...process.env, ...env }, stdio: 'ignore' })
  const key = await makeEditorKey(database, editedAgency)
  const errors = { count: 0 }
  const server = await startService(banshi, env, (line) => {
    errors.count += 1
    process.stderr.write(`${line}\n`)
  })
  const sources = await askSources(server.address)
  await drawAll(server.address, sources)
  const requests = mixReads(sources)
  const counts = options.connections.split(',').map(Number)
  const seconds = Math.round((60 * Number(options.minutes)) / counts.length)
  const before = loadavg()[0] ?? 0
  const stopWatching = watchMemory(server)
  const pause = Number(options.pause)
  const stopWriter = startWriter({ banshi, folder: catalogue, database, pause })
  const stopEditor = startEditor({
    address: server.address,
    key,
    items: sources.codes.filter((code) => code.startsWith(`${editedAgency}-`)),
    pause,
  })
  const phases: Phase[] = []
  for (const connections of counts) phases.push(await loadPhase(server.address, { connections, seconds, requests }))
  const readings = await stopWatching()
  const [written, edited] = await Promise.all([stopWriter(), stopEditor()])
  await server.stop()
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform} ${process.arch}`,
    store: database.startsWith('mongodb') ? 'MongoDB' : 'SQLite',
    phases,
    written,
    edited,
    readings,
    loads: [before, loadavg()[0] ?? 0],
    logged: errors.count,
  }
}

const results = await measure().finally(() => rmSync(folder, { recursive: true, force: true }))
const report = writeLoadReport(results)
writeFileSync(
  join(root, results.store === 'MongoDB' ? 'docs/performance-load-mongodb.md' : 'docs/performance-load.md'),
  report,
)
process.stdout.write(report)
