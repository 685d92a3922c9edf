import { readFileSync } from 'node:fs'
import { startService } from '../bench/servers.ts'
import { median, timeOf } from './timing.ts'

/** The real service over the filled store: its start with the first list, pages of the list that nobody has asked for yet, and its memory then. */
export async function servePart(banshi: string, database: string) {
  const env = { DATABASE_URL: `file:${database}`, PORT: '0', LOG_LEVEL: 'silent' }
  const server = await startService(banshi, env)
  let bytes = 0
  const get = async (path: string) => {
    const answer = await fetch(server.address + path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    bytes = (await answer.arrayBuffer()).byteLength
  }
  const first = await timeOf(() => get('/api/v1/items'))
  const start = processorTime(server.pid)
  await get('/items')
  const pages: number[] = []
  for (let page = 2; page <= 16; page += 1) pages.push(await timeOf(() => get(`/items?page=${page}`)))
  const memory = residentMemory(server.pid)
  await server.stop()
  return { start, startWait: server.startedIn + first, page: median(pages), pageSize: bytes / 1024, memory }
}

/** Milliseconds of the processor that a process has taken so far. Linux alone tells it in a file, in hundredths of a second. */
function processorTime(pid: number): number {
  // The name of the command, in brackets, may hold blanks; user and system time are fields 14 and 15 of the line.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

/** Resident memory of a process, MiB. Linux alone tells it in a file. */
export function residentMemory(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kibibytes) / 1024
}
