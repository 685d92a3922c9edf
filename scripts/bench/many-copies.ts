import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a catalogue with `copies` times the items of `source` into `target`: the copies differ in their codes alone. */
export function writeManyCopies(source: string, target: string, copies: number): number {
  mkdirSync(target, { recursive: true })
  for (const file of ['policy', 'regions', 'agencies', 'laws'])
    cpSync(join(source, `${file}.yaml`), join(target, `${file}.yaml`))
  let written = 0
  for (const agency of readdirSync(join(source, 'items'))) {
    mkdirSync(join(target, 'items', agency), { recursive: true })
    for (const file of readdirSync(join(source, 'items', agency))) {
      const text = readFileSync(join(source, 'items', agency, file), 'utf8')
      for (let copy = 0; copy < copies; copy += 1) {
        const suffix = String(copy).padStart(3, '0')
        const renamed = text.replace(/^(code|parent): ([a-z][a-z0-9]*-\d+)$/gm, `$1: $2${suffix}`)
        writeFileSync(join(target, 'items', agency, file.replace('.yaml', `${suffix}.yaml`)), renamed)
        written += 1
      }
    }
  }
  return written
}
