import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { AdjustmentDecision } from '../../src/schema/types.ts'
import { openFolder } from '../bench/read-folder.ts'

export type Sample = ReturnType<typeof openFolder> & { decisions: AdjustmentDecision[] }

/** The sample catalogue with its decisions in the order in which they took effect. Throws where a file breaks its schema. */
export function readSample(folder: string): Sample {
  const files = readdirSync(join(folder, 'decisions')).filter((file) => file.endsWith('.yaml'))
  const decisions = files.map((file) => {
    const { document } = checkDocument('decision', parse(readFileSync(join(folder, 'decisions', file), 'utf8')))
    if (document === undefined) throw new Error(`${file} breaks its schema`)
    return document
  })
  const items = openFolder(folder)
  items.items.sort((one, other) => (one.code < other.code ? -1 : 1))
  return { ...items, decisions: decisions.sort((one, other) => compare(one.effectiveOn, other.effectiveOn)) }
}

function compare(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : 1
}
