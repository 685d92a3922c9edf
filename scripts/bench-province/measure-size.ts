import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { makeProvince } from '../province/make-province.ts'
import type { Places } from '../province/read-places.ts'
import type { Sample } from '../province/read-sample.ts'
import { writeProvince } from '../province/write-province.ts'
import type { Measured } from './parts.ts'
import { servePart } from './serve-part.ts'

const run = promisify(execFile)
const child = fileURLToPath(new URL('./measure-part.js', import.meta.url))

export interface Bench {
  sources: { sample: Sample; places: Places }
  seed: string
  /** Where files may be written. */
  folder: string
  banshi: string
}

/** Every part at one size, one after the other, each in a process of its own. */
export async function measureWhole(size: number, bench: Bench): Promise<Measured> {
  const { sources, seed, folder, banshi } = bench
  const catalogue = join(folder, `catalogue-${size}`)
  const database = join(folder, `${size}.db`)
  const province = makeProvince(sources, { size, seed })
  const { decisions } = writeProvince(province, catalogue)
  const values = {
    ...(await measurePart('import', database, catalogue)),
    ...(await measurePart('read', database)),
    ...(await servePart(banshi, database)),
    ...(await measurePart('check', database)),
  }
  for (const path of [catalogue, database]) rmSync(path, { recursive: true, force: true })
  const store = await measureStore(size, bench)
  return { size, decisions, agencies: province.agencies.agencies.length, values: { ...values, ...store.values } }
}

/** The store alone at one size. */
export async function measureStore(size: number, { sources, seed, folder }: Bench): Promise<Measured> {
  const database = join(folder, `store-${size}.db`)
  const values = await measurePart('store', database, String(size), seed)
  rmSync(database, { force: true })
  const { agencies } = makeProvince(sources, { size, seed }).agencies
  return { size, decisions: 0, agencies: agencies.length, values }
}

async function measurePart(...args: string[]): Promise<Record<string, number>> {
  process.stderr.write(`${new Date().toISOString()} ${args.join(' ')}\n`)
  const { stdout } = await run(process.execPath, [child, ...args], { maxBuffer: 2 ** 26 })
  // Written by measure-part.
  return JSON.parse(stdout) as Record<string, number>
}
