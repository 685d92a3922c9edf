/** JSON pointers of the top-level fields in which two states of a document differ, sorted. */
export function changedFields(before: object, after: object): string[] {
  const old = new Map(Object.entries(before))
  const recent = new Map(Object.entries(after))
  const fields = [...new Set([...old.keys(), ...recent.keys()])].sort()
  return fields
    .filter((field) => JSON.stringify(old.get(field)) !== JSON.stringify(recent.get(field)))
    .map((field) => `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`)
}
