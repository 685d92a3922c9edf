import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { yamlOf } from '../../src/exchange/yaml-of.ts'
import type { Province } from './make-province.ts'

/** Writes a province as a catalogue folder, a file at a time, and answers how many items and decisions it has. */
export function writeProvince(province: Province, folder: string): { items: number; decisions: number } {
  const written = { items: 0, decisions: 0 }
  const made = new Set<string>()
  const write = (path: string, text: string) => {
    const file = join(folder, path)
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
    made.add(dirname(file))
    writeFileSync(file, text)
  }
  write('policy.yaml', yamlOf('policy', province.policy))
  write('regions.yaml', yamlOf('regions', province.regions))
  write('agencies.yaml', yamlOf('agencies', province.agencies))
  write('laws.yaml', yamlOf('laws', province.laws))
  for (const item of province.items()) {
    write(`items/${item.agency}/${item.code}.yaml`, yamlOf('item', item))
    written.items += 1
  }
  for (const decision of province.decisions()) {
    write(`decisions/${decision.id}.yaml`, yamlOf('decision', decision))
    written.decisions += 1
  }
  return written
}
