/** One part measured in a process of its own, so that nothing is warm and the memory is its own. Usage: measure-part <part> <database> <folder or size> [seed]. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeProvince } from '../province/make-province.ts'
import { readPlaces } from '../province/read-places.ts'
import { readSample } from '../province/read-sample.ts'
import { checkPart, importPart } from './import-part.ts'
import { readPart } from './read-part.ts'
import { storePart } from './store-part.ts'

const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)))
const [part, database = '', where = '', seed = 'province'] = process.argv.slice(2)

async function measure(): Promise<Record<string, number>> {
  if (part === 'import') return importPart(database, where)
  if (part === 'read') return readPart(database)
  if (part === 'check') return checkPart(database)
  const sources = { sample: readSample(`${root}/catalog`), places: readPlaces(root) }
  return storePart(database, makeProvince(sources, { size: Number(where), seed }), Number(where))
}

process.stdout.write(JSON.stringify(await measure()))
