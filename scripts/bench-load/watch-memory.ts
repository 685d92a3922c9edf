import { setTimeout } from 'node:timers/promises'
import { residentMemory } from '../bench-province/serve-part.ts'

/** The least of a minute, in MiB: what is left when garbage was just collected. */
export interface MemoryReading {
  /** Minutes since the start, at the end of the stretch. */
  minute: number
  resident: number
  /** Taken by objects, as the service itself tells. */
  heap: number
}

interface Service {
  pid: number
  address: string
}

const minute = 60_000
/** Milliseconds between two looks. */
const often = 1000

/** Looks at the memory of a service until it is told to stop, which answers the readings. */
export function watchMemory(service: Service): () => Promise<MemoryReading[]> {
  const stopping = new AbortController()
  const readings = readUntil(service, stopping.signal)
  return () => {
    stopping.abort()
    return readings
  }
}

async function readUntil({ pid, address }: Service, stop: AbortSignal): Promise<MemoryReading[]> {
  const begun = performance.now()
  const readings: MemoryReading[] = []
  for (let end = 0; !stop.aborted; end += minute) {
    const least = { resident: Number.POSITIVE_INFINITY, heap: Number.POSITIVE_INFINITY }
    do {
      least.resident = Math.min(least.resident, residentMemory(pid))
      least.heap = Math.min(least.heap, await heapOf(address))
      await setTimeout(often)
    } while (performance.now() - begun < end && !stop.aborted)
    // A stretch that was cut short has no floor to compare.
    if (!stop.aborted) readings.push({ minute: (performance.now() - begun) / minute, ...least })
  }
  return readings
}

async function heapOf(address: string): Promise<number> {
  const figures = await (await fetch(`${address}/metrics`)).text()
  return Number(/^nodejs_heap_used_bytes (\d+)/m.exec(figures)?.[1]) / 2 ** 20
}

/**
 * MiB a minute by which the least heap of the last third lies above that of the middle third: a leak lifts every floor, while the floors of single minutes
 * go up and down with the answers that are kept between two changes. 0 for fewer than three minutes.
 */
export function growthOfMemory(readings: readonly MemoryReading[]): number {
  const third = Math.floor(readings.length / 3)
  if (third === 0) return 0
  const floorOf = (some: readonly MemoryReading[]) => Math.min(...some.map(({ heap }) => heap))
  const [middle, last] = [readings.slice(-2 * third, -third), readings.slice(-third)]
  const apart = (last[0]?.minute ?? 0) - (middle[0]?.minute ?? 0)
  return (floorOf(last) - floorOf(middle)) / apart
}
