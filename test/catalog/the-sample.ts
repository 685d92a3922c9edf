import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { AdjustmentDecision, Agencies, ApprovalItem, Laws, Policy, Regions } from '../../src/schema/types.ts'

const folder = join(process.cwd(), 'catalog')

export function readSample(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

function readAll<Kind extends 'item' | 'decision'>(kind: Kind, under: string) {
  return readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => {
      const { document, violations } = checkDocument(kind, parse(readSample(join(under, path))))
      if (document === undefined) throw new Error(`${path}: ${JSON.stringify(violations)}`)
      return document
    })
}

/** The sample catalogue as it lies in the folder, defaults filled in. Throws where a file breaks its schema. */
export function openSample() {
  const items: ApprovalItem[] = readAll('item', 'items')
  const decisions: AdjustmentDecision[] = readAll('decision', 'decisions')
  const { document: policy } = checkDocument('policy', parse(readSample('policy.yaml')))
  if (policy === undefined) throw new Error('policy.yaml breaks its schema')
  const { document: agencies } = checkDocument('agencies', parse(readSample('agencies.yaml')))
  const { document: regions } = checkDocument('regions', parse(readSample('regions.yaml')))
  const { document: laws } = checkDocument('laws', parse(readSample('laws.yaml')))
  if (agencies === undefined || regions === undefined || laws === undefined)
    throw new Error('a register breaks its schema')
  return { items, decisions, policy, agencies, regions, laws } satisfies {
    items: ApprovalItem[]
    decisions: AdjustmentDecision[]
    policy: Policy
    agencies: Agencies
    regions: Regions
    laws: Laws
  }
}
