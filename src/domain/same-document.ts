/** Whether two documents say the same, whatever the order of their fields. */
export function isSameDocument(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))]
  return (
    left.length === right.size && left.every(([key, value]) => right.has(key) && isSameDocument(value, right.get(key)))
  )
}
