/**
 * `npm run bench:province`: how the cost of each part grows from a city's catalogue to a province's, written to docs/performance-province.md with a chart.
 *
 * `--sizes 432,4320,43200` whole, `--store-sizes 432000` the store alone, `--results FILE` keeps the numbers, `--draw FILE` only writes kept ones anew.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readPlaces } from '../province/read-places.ts'
import { readSample } from '../province/read-sample.ts'
import { drawGrowth } from './draw-growth.ts'
import { type Bench, measureStore, measureWhole } from './measure-size.ts'
import type { Measured } from './parts.ts'
import { writeReport } from './write-report.ts'

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)))
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '432,4320,43200' },
    'store-sizes': { type: 'string', default: '432000' },
    results: { type: 'string' },
    draw: { type: 'string' },
  },
})

interface Results {
  measured: Measured[]
  loads: number[]
  /** Added by hand to kept numbers. */
  note?: string
}

async function measure(): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'banshi-province-'))
  const bench: Bench = {
    sources: { sample: readSample(join(root, 'catalog')), places: readPlaces(root) },
    seed: 'province',
    folder,
    banshi: join(root, 'scripts/banshi.mjs'),
  }
  const results: Results = { measured: [], loads: [] }
  try {
    for (const [sizes, measureSize] of [
      [options.sizes, measureWhole],
      [options['store-sizes'], measureStore],
    ] as const) {
      for (const size of sizes.split(',').filter((text) => text !== '')) {
        results.loads.push(loadavg()[0] ?? 0)
        results.measured.push(await measureSize(Number(size), bench))
        if (options.results !== undefined) writeFileSync(options.results, JSON.stringify(results, null, 1))
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return results
}

// Kept by an earlier run of this script.
const results =
  options.draw === undefined ? await measure() : (JSON.parse(readFileSync(options.draw, 'utf8')) as Results)
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform} ${process.arch}`
const report = writeReport(results.measured, {
  machine,
  command: 'npm run bench:province',
  loads: results.loads,
  note: results.note,
})
writeFileSync(join(root, 'docs/performance-province.md'), report)
writeFileSync(join(root, 'docs/images/province.svg'), drawGrowth(results.measured))
process.stdout.write(report)
