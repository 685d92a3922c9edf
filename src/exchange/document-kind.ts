import { basename, extname, sep } from 'node:path'
import type { CheckedKind } from '../schema/schema-files.ts'

const lists: ReadonlyMap<string, CheckedKind> = new Map([
  ['policy', 'policy'],
  ['regions', 'regions'],
  ['agencies', 'agencies'],
  ['laws', 'laws'],
])

/** Whether a file has the ending of one that holds a document. */
export function isDocumentFile(path: string): boolean {
  return ['.yaml', '.yml', '.json'].includes(extname(path).toLowerCase())
}

/** What a file of a catalogue folder holds, by its path: the four lists by name, items and decisions by folder. */
export function kindOfPath(path: string): CheckedKind | undefined {
  const folders = path.split(sep).slice(0, -1)
  if (folders.includes('items')) return 'item'
  if (folders.includes('decisions')) return 'decision'
  return lists.get(basename(path, extname(path)))
}

/** What a value looks like, by the fields that no other kind has. `undefined`: like nothing of ours. */
export function kindOfValue(value: unknown): CheckedKind | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if ('actions' in value || 'stage' in value) return 'decision'
  if ('agencies' in value) return 'agencies'
  if ('laws' in value) return 'laws'
  if ('regions' in value) return 'regions'
  if ('compression' in value) return 'policy'
  if ('code' in value || 'agency' in value) return 'item'
  if ('steps' in value || 'lanes' in value) return 'procedure'
  if ('materials' in value || 'conditions' in value) return 'guide'
  return undefined
}
