import autocannon from 'autocannon'

/** What one number of connections brought. Latencies in milliseconds. */
export interface Phase {
  connections: number
  seconds: number
  requests: number
  rate: number
  p50: number
  p90: number
  p99: number
  p999: number
  max: number
  /** Connections that broke, without those that took too long. */
  broken: number
  timeouts: number
  /** Answers other than 2xx and 3xx. */
  refused: number
}

/** Seconds after which an answer counts as never come: usual proxies give up then. Whatever comes before is told by its latency. */
const patience = 60

/** Requests of one connection, which it repeats: a whole round of the mix. */
const round = 100

/** Reads with so many connections for so long; each connection begins elsewhere in the mix. */
export async function loadPhase(
  url: string,
  { connections, seconds, requests }: { connections: number; seconds: number; requests: { path: string }[] },
): Promise<Phase> {
  let opened = 0
  const setupClient = (client: autocannon.Client) => {
    const start = (round * opened++) % requests.length
    client.setRequests(requests.slice(start, start + round))
  }
  const result = await autocannon({ url, connections, duration: seconds, timeout: patience, setupClient })
  const { latency } = result
  return {
    connections,
    seconds: result.duration,
    requests: result.requests.total,
    rate: result.requests.average,
    p50: latency.p50,
    p90: latency.p90,
    p99: latency.p99,
    p999: latency.p99_9,
    max: latency.max,
    broken: result.errors - result.timeouts,
    timeouts: result.timeouts,
    refused: result['4xx'] + result['5xx'] + result['1xx'],
  }
}
