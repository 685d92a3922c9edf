import { checkWholeCatalogue } from '../../src/domain/rules/check-catalogue.ts'
import { checkItem } from '../../src/domain/rules/check-item.ts'
import type { RuleContext } from '../../src/domain/rules/rule.ts'
import { createRuleContext } from '../../src/domain/rules/rule-context.ts'
import type { ApprovalItem } from '../../src/schema/types.ts'
import { openFolder } from './read-folder.ts'

/** Items that are checked: the sample, and as many copies of it as a province has items. */
const sizes = [432, 4_320, 43_200]
const tries = 5

/**
 * How long the rules take, as rows of a table: one item at a key stroke, whole catalogues by every rule.
 *
 * Copies carry the code and name of their own, so that rules which compare items have as many different ones. `folder`: the sample catalogue.
 */
export function measureRules(folder: string): string[] {
  const sample = openFolder(folder)
  const [small = []] = sizes.slice(0, 1).map((size) => copies(sample.items, size))
  const context = lay(sample, small)
  small.forEach((item) => void checkItem(item, context, { quick: true }))
  // The best of a few tries of each: what an item costs, not what a pause of the machine costs.
  const strokes = small.map((item) =>
    Math.min(...Array.from({ length: tries }, () => time(() => checkItem(item, context, { quick: true })))),
  )
  const [middle, worst] = [strokes.sort((one, other) => one - other)[small.length >> 1] ?? 0, strokes.at(-1) ?? 0]
  const rows = sizes.map((size) => {
    const items = size === small.length ? small : copies(sample.items, size)
    const before = process.memoryUsage().heapUsed
    const taken = time(() => {
      const fresh = lay(sample, items)
      for (const item of items) checkItem(item, fresh)
      checkWholeCatalogue(fresh)
    })
    const grown = Math.max(0, process.memoryUsage().heapUsed - before) / 2 ** 20
    return `| ${size} items, all rules | ${(taken / 1000).toFixed(2)} s, ${((1000 * taken) / size).toFixed(0)} µs an item, heap + ${grown.toFixed(0)} MiB |`
  })
  return [
    `| one item, quick rules | ${middle.toFixed(2)} ms in the median, ${worst.toFixed(1)} ms for the slowest of ${small.length} |`,
    ...rows,
  ]
}

function lay({ items: _, ...sample }: ReturnType<typeof openFolder>, items: readonly ApprovalItem[]): RuleContext {
  const standing = items.map((item) => ({ item, state: 'active', since: null }) as const)
  return createRuleContext({ ...sample, items: standing, today: '2016-06-30' })
}

function copies(items: readonly ApprovalItem[], size: number): ApprovalItem[] {
  return Array.from({ length: size }, (_, index) => {
    const item = items[index % items.length]
    if (item === undefined) throw new Error('the catalogue has no items')
    const round = Math.floor(index / items.length)
    return round === 0 ? item : { ...item, code: `${item.code}${round}`, name: `${item.name}（第${round}片区）` }
  })
}

function time(work: () => void): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
