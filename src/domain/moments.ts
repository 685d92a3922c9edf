import { Temporal } from 'temporal-polyfill'

/** Seconds from one moment (RFC 3339) to another; negative when the second is earlier. */
export function secondsBetween(from: string, to: string): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('seconds')
}

/** The moment some seconds later, RFC 3339 with the offset of Asia/Shanghai. */
export function addSeconds(moment: string, seconds: number): string {
  return Temporal.Instant.from(moment)
    .add({ seconds })
    .toZonedDateTimeISO('Asia/Shanghai')
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })
}
