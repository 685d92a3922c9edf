/** `node dist/scripts/province/generate.js <folder> <items> [seed]`: writes a catalogue of a province with so many items. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeProvince } from './make-province.ts'
import { readPlaces } from './read-places.ts'
import { readSample } from './read-sample.ts'
import { writeProvince } from './write-province.ts'

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)))
const [folder, size = '4320', seed = 'province'] = process.argv.slice(2)
if (folder === undefined || !/^[1-9]\d*$/.test(size)) {
  process.stderr.write('usage: generate <folder> <items> [seed]\n')
  process.exit(2)
}
const sources = { sample: readSample(`${root}/catalog`), places: readPlaces(root) }
const { items, decisions } = writeProvince(makeProvince(sources, { size: Number(size), seed }), folder)
process.stdout.write(`${items} items, ${decisions} decisions in ${folder}\n`)
