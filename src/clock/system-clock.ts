import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../ports/clock.ts'

const zone = 'Asia/Shanghai'

/** The clock of the machine, told in Asia/Shanghai. */
export const systemClock: Clock = {
  now: () =>
    Temporal.Now.zonedDateTimeISO(zone).toString({ smallestUnit: 'second', timeZoneName: 'never', offset: 'auto' }),
  today: () => Temporal.Now.plainDateISO(zone).toString(),
}
