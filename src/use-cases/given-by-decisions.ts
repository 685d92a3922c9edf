import type { Stored } from '../ports/catalog-store.ts'

/** What decisions have made of an item: values of its fields that its file does not hold, for the decisions beside it give them again. */
export interface GivenFields {
  name: Set<string>
  agency: Set<string>
  type: Set<string>
}

/** By the item's code; decisions of any stage count, for what they call an item may stand in a list already. */
export function givenByDecisions(decisions: readonly Stored<'decision'>[]): ReadonlyMap<string, GivenFields> {
  const given = new Map<string, GivenFields>()
  const give = (code: string, field: keyof GivenFields, value: string) => {
    const fields = given.get(code) ?? { name: new Set(), agency: new Set(), type: new Set() }
    fields[field].add(value)
    given.set(code, fields)
  }
  for (const { body } of decisions) {
    for (const action of body.actions) {
      if (action.action === 'rename') give(action.item, 'name', action.to)
      if (action.action === 'transfer') give(action.item, 'agency', action.to)
      if (action.action === 'reclassify') give(action.item, 'type', action.to)
    }
  }
  return given
}

/** Fields without those that a decision has given the item. */
export function withoutGiven(
  fields: Readonly<Record<string, unknown>>,
  given: GivenFields | undefined,
): Record<string, unknown> {
  const kept = Object.entries(fields).filter(([field, value]) => {
    const values = given !== undefined && field in given ? given[field as keyof GivenFields] : undefined // a key of it
    return !values?.has(String(value))
  })
  return Object.fromEntries(kept)
}
