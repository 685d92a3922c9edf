import type { Day as DayText } from '../../src/schema/types.ts'

const weekdays = '日一二三四五六'

/** Day of the week by Sakamoto's rule; `0` is Sunday. */
function weekdayOf(year: number, month: number, day: number): number {
  const shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
  const y = month < 3 ? year - 1 : year
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + (shifts[month - 1] ?? 0) + day) % 7
}

/** `2026-11-24` as `2026年11月24日（星期二）`; a text that is no day is returned unchanged. */
export function writeDay(day: DayText): string {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? []
  if (y === undefined || m === undefined || d === undefined) return day
  return `${Number(y)}年${Number(m)}月${Number(d)}日（星期${weekdays[weekdayOf(Number(y), Number(m), Number(d))]}）`
}

/** A calendar day in words, with the machine's form beside it. */
export function Day({ day }: { day: DayText }) {
  return <time dateTime={day.slice(0, 10)}>{writeDay(day)}</time>
}
