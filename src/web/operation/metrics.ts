/** Figures of one kind, as Prometheus reads them; samples of several processes may stand in one family. */
export interface MetricFamily {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: Sample[]
}
interface Sample {
  /** What follows the name of the family: `_bucket`, `_sum`, `_count`; empty for counters and gauges. */
  suffix: string
  labels: Readonly<Record<string, string>>
  value: number
}

/** Upper bounds of the buckets of answering times, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** Most series kept apart: what somebody makes up beyond is counted together. */
const mostSeries = 400

/** Answering times of one route, method and status. */
interface Timing {
  labels: Readonly<Record<string, string>>
  count: number
  sum: number
  /** How many fell between the bound before and this one; the last place is for longer ones. */
  buckets: number[]
}

/** What was answered, counted by route, method and status: never by address, words or person. */
export class RequestFigures {
  readonly #timings: Timing[] = []
  /** By route, then by status, then by method: short names are found faster than a long one made of them for every answer. */
  readonly #byRoute = new Map<string, Map<string, Map<string, Timing>>>()
  #bytes = 0

  /** Counts one answer; `seconds` and `bytes` as measured from the outside. */
  count(answer: { method: string; route: string; status: string; seconds: number; bytes: number }): void {
    const { seconds } = answer
    const timing = this.#timingOf(answer)
    timing.count += 1
    timing.sum += seconds
    let place = 0
    while (place < bounds.length && seconds > (bounds[place] ?? 0)) place += 1
    timing.buckets[place] = (timing.buckets[place] ?? 0) + 1
    this.#bytes += answer.bytes
  }

  families(): MetricFamily[] {
    return [
      {
        name: 'banshi_http_request_duration_seconds',
        help: 'Time to answer, from the head of the request to the last byte handed over.',
        type: 'histogram',
        samples: this.#timings.flatMap(samplesOf),
      },
      figure('banshi_http_sent_bytes_total', 'counter', 'Bytes sent to readers.', this.#bytes),
    ]
  }

  #timingOf(answer: { method: string; route: string; status: string }): Timing {
    const known = this.#byRoute.get(answer.route)?.get(answer.status)?.get(answer.method)
    return known ?? this.#begin(answer)
  }

  #begin({ method, route, status }: { method: string; route: string; status: string }): Timing {
    if (this.#timings.length >= mostSeries && route !== 'other')
      return this.#timingOf({ method, route: 'other', status })
    const timing = {
      labels: { method, route, status },
      count: 0,
      sum: 0,
      buckets: Array<number>(bounds.length + 1).fill(0),
    }
    this.#timings.push(timing)
    const ofRoute = this.#byRoute.get(route) ?? new Map<string, Map<string, Timing>>()
    this.#byRoute.set(route, ofRoute)
    ofRoute.set(status, (ofRoute.get(status) ?? new Map<string, Timing>()).set(method, timing))
    return timing
  }
}

function samplesOf({ labels, count, sum, buckets }: Timing): Sample[] {
  let below = 0
  const cumulative = [...bounds.map(String), '+Inf'].map((le, index) => {
    below += buckets[index] ?? 0
    return { suffix: '_bucket', labels: { ...labels, le }, value: below }
  })
  return [...cumulative, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: count }]
}

/** A family of one figure. */
export function figure(name: string, type: 'counter' | 'gauge', help: string, value: number): MetricFamily {
  return { name, type, help, samples: [{ suffix: '', labels: {}, value }] }
}

/** The families of several processes as one list; every sample says which process it is from. */
export function mergeFamilies(processes: Readonly<Record<string, readonly MetricFamily[]>>): MetricFamily[] {
  const merged = new Map<string, MetricFamily>()
  for (const [worker, families] of Object.entries(processes)) {
    for (const family of families) {
      const into = merged.get(family.name) ?? { ...family, samples: [] }
      merged.set(family.name, into)
      for (const sample of family.samples) into.samples.push({ ...sample, labels: { ...sample.labels, worker } })
    }
  }
  return [...merged.values()]
}

/** The text format of Prometheus, version 0.0.4. */
export function writeMetrics(families: readonly MetricFamily[]): string {
  const lines = families.flatMap(({ name, help, type, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ suffix, labels, value }) => `${name}${suffix}${writeLabels(labels)} ${value}`),
  ])
  return `${lines.join('\n')}\n`
}

function writeLabels(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, escapeLabel)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escapeLabel = (character: string) => (character === '\n' ? '\\n' : `\\${character}`)
