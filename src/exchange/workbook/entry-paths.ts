import { unsaid } from './cell-kinds.ts'

/** Fields of a document that is being put together. */
export type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a path, parts joined by `/`; `undefined`: nothing does. */
export function fieldAt(entry: unknown, path: string): unknown {
  if (path === '') return entry
  return path.split('/').reduce<unknown>((found, key) => (isFields(found) ? found[key] : undefined), entry)
}

/**
 * Puts a value where a path leads, making the parts on the way.
 *
 * Where a part is `null`, what says nothing (null, an empty list) makes no new one.
 */
export function putAt(entry: Fields, path: string, value: unknown): void {
  if (value === unsaid) return
  const keys = path.split('/')
  const last = keys.pop() ?? ''
  let part = entry
  for (const key of keys) {
    if (part[key] === null && saysNothing(value)) return
    const inner = part[key]
    const next: Fields = isFields(inner) ? inner : {}
    part[key] = next
    part = next
  }
  part[last] = value
}

function saysNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

/** The part at a path, made where it is not there. */
export function partAt(entry: Fields, path: string): Fields {
  if (path === '') return entry
  return path.split('/').reduce<Fields>((part, key) => {
    const inner = part[key]
    const next: Fields = isFields(inner) ? inner : {}
    part[key] = next
    return next
  }, entry)
}

/** The list at a path, made where it is not there. */
export function listAt(entry: Fields, path: string): unknown[] {
  const found = fieldAt(entry, path)
  if (Array.isArray(found)) return found
  const list: unknown[] = []
  const keys = path.split('/')
  const last = keys.pop() ?? ''
  partAt(entry, keys.join('/'))[last] = list
  return list
}
