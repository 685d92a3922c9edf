import { writeDuration } from '../../src/domain/durations.ts'
import type { OptionalDuration } from '../../src/schema/types.ts'

/** A time limit in words, kept on one line; `null` reads what `none` says. */
export function Limit({ limit, none = '未设定' }: { limit: OptionalDuration; none?: string }) {
  return <span class="limit">{limit === null ? none : writeDuration(limit)}</span>
}
