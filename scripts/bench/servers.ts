import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

export interface RunningServer {
  address: string
  /** Number of its process. */
  pid: number
  /** Milliseconds from the start of the process until it printed its address. */
  startedIn: number
  stop(): Promise<void>
}

/** Starts `banshi serve` with what `npm start` says to Node. */
export function startService(
  banshi: string,
  env: Record<string, string>,
  onLog?: (line: string) => void,
): Promise<RunningServer> {
  const { scripts } = JSON.parse(readFileSync(join(dirname(banshi), '../package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  const flags = scripts.start.split(' ').filter((word) => word.startsWith('--'))
  return startServer([...flags, banshi, 'serve'], env, onLog)
}

/** Starts a script and waits until it prints an address; fails when it ends before. `onLog` is told each line of its standard error. */
export async function startServer(
  args: string[],
  env: Record<string, string> = {},
  onLog?: (line: string) => void,
): Promise<RunningServer> {
  const begun = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', onLog === undefined ? 'inherit' : 'pipe'],
  })
  if (child.stderr !== null && onLog !== undefined) createInterface({ input: child.stderr }).on('line', onLog)
  const address = await firstAddress(child)
  return { address, pid: child.pid ?? 0, startedIn: performance.now() - begun, stop: () => stop(child) }
}

async function firstAddress(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server has no standard output')
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    const found = /https?:\/\/[^\s，。]+/.exec(line)?.[0]
    if (found !== undefined) {
      child.stdout.resume()
      return found.replace(/\/$/, '')
    }
  }
  throw new Error('the server ended before it printed its address')
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
