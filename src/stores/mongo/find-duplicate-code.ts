import { CatalogError } from '../../domain/catalog-error.ts'
import type { Change } from '../../ports/catalog-store.ts'
import type { ApprovalItem } from '../../schema/types.ts'
import type { MongoConnection } from './mongo-connection.ts'
import { present, type StateRecord } from './records.ts'

type CodeField = 'implementationCode' | 'catalogCode'
type Codes = Required<StateRecord>['codes']

/**
 * Names the code that two items would share, and the item that has it; a unique index has refused the write already.
 *
 * `undefined`: the other item has given the code up in the meantime.
 */
export async function findDuplicateCode(
  connection: MongoConnection,
  changes: readonly Change[],
): Promise<CatalogError | undefined> {
  const items = new Map<string, ApprovalItem | null>()
  for (const change of changes) if (change.kind === 'item') items.set(change.id, change.body)
  const holders = await findHolders(connection, items)
  for (const [id, item] of items) {
    if (item === null) continue
    for (const [field, value, key] of codesOf(item)) {
      const holder = holders.get(key)
      if (holder !== undefined) return new CatalogError('duplicate-code', { field, value, id: holder })
      holders.set(key, id)
    }
  }
  return undefined
}

/** Who has the codes now, without the items of the commit itself: they may give theirs up. */
async function findHolders(
  { states }: MongoConnection,
  items: ReadonlyMap<string, ApprovalItem | null>,
): Promise<Map<string, string>> {
  const holders = new Map<string, string>()
  const known = await states
    .find({ kind: 'item', until: present, $or: conditions([...items.values()]) }, { id: 1, codes: 1 })
    .lean<{ id: string; codes: Codes }[]>()
  for (const { id, codes } of known) {
    if (!items.has(id)) for (const [, , key] of codesOf(codes)) holders.set(key, id)
  }
  return holders
}

function conditions(items: readonly (ApprovalItem | null)[]) {
  const all = (field: CodeField) => items.flatMap((item) => item?.[field] ?? [])
  return [
    { 'codes.implementationCode': { $in: all('implementationCode') } },
    { 'codes.catalogCode': { $in: all('catalogCode') } },
  ]
}

/** Each code with the key under which it must be unique: an implementation code everywhere, a catalogue code in its agency. */
function codesOf({
  agency,
  catalogCode,
  implementationCode,
}: { agency: string } & Partial<Record<CodeField, string | null>>): [CodeField, string, string][] {
  const codes: [CodeField, string, string][] = []
  if (implementationCode) codes.push(['implementationCode', implementationCode, JSON.stringify([implementationCode])])
  if (catalogCode) codes.push(['catalogCode', catalogCode, JSON.stringify([agency, catalogCode])])
  return codes
}
