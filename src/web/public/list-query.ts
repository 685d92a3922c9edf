import { InputRefusedError, type Violation } from '../../domain/catalog-error.ts'
import type { ItemListQuery } from '../../use-cases/use-cases.ts'

const filterNames = ['agency', 'type', 'state', 'audience', 'theme'] as const

/**
 * The parameters of the list page, those of the API; others are ignored, as on every page. An empty one counts as absent, as forms send it.
 *
 * @throws InputRefusedError with every violation.
 */
export function readListQuery(query: Readonly<Record<string, unknown>>): ItemListQuery {
  const violations: Violation[] = []
  const refuse = (pointer: string, rule: string, message: string) => violations.push({ pointer, rule, message })
  const text = (name: string): string | undefined => {
    const value = query[name]
    if (value === undefined || value === '') return undefined
    if (typeof value === 'string') return value
    refuse(name, 'type', `“${name}”只能写一次。`)
    return undefined
  }
  const number = (name: string, fallback: number, most: number): number => {
    const value = text(name)
    if (value === undefined) return fallback
    if (/^[1-9]\d{0,8}$/.test(value) && Number(value) <= most) return Number(value)
    refuse(name, 'range', `“${name}”要写 1 到 ${most} 的整数。`)
    return fallback
  }
  const q = text('q')?.trim()
  if (q !== undefined && q.length > 200) refuse('q', 'maxLength', '搜索词太长，请用 200 个字以内。')
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => [text(name)].filter((v) => v !== undefined).map((v) => [name, v])),
  )
  const page = number('page', 1, 1_000_000)
  const pageSize = number('pageSize', 20, 100)
  if (violations.length > 0) throw new InputRefusedError(violations)
  return { ...(q ? { q } : {}), filters, page, pageSize }
}
