import { residentMemory } from '../bench-province/serve-part.ts'

export interface MemoryReading {
  /** Minutes since the start. */
  minute: number
  /** MiB. */
  resident: number
}

/** Reads the resident memory of a process now, every minute, and when it is stopped. */
export function watchMemory(pid: number, every = 60_000) {
  const begun = performance.now()
  const readings: MemoryReading[] = []
  const read = () => readings.push({ minute: (performance.now() - begun) / 60_000, resident: residentMemory(pid) })
  read()
  const timer = setInterval(read, every)
  return {
    readings,
    stop() {
      clearInterval(timer)
      read()
    },
  }
}

/** MiB a minute by which memory grew over the second half of the readings: the slope of the straight line that fits them best. */
export function growthOfMemory(readings: readonly MemoryReading[]): number {
  const later = readings.slice(readings.length >> 1)
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [minute, resident] = [mean(later.map((one) => one.minute)), mean(later.map((one) => one.resident))]
  const together = later.reduce((sum, one) => sum + (one.minute - minute) * (one.resident - resident), 0)
  const alone = later.reduce((sum, one) => sum + (one.minute - minute) ** 2, 0)
  return alone === 0 ? 0 : together / alone
}
