import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./write-edits.js', import.meta.url))

/** What the writer got into the store. */
export interface Written {
  imports: number
  items: number
  failed: number
  /** Milliseconds of the slowest import. */
  slowest: number
}

/** Starts a process that imports edits; stopping it answers what it has written. */
export function startWriter({
  banshi,
  folder,
  database,
  pause,
}: Record<'banshi' | 'folder' | 'database', string> & { pause: number }) {
  const child = spawn(process.execPath, [script, banshi, folder, String(pause)], {
    env: { ...process.env, DATABASE_URL: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output = text(child.stdout)
  return async (): Promise<Written> => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    // Written by write-edits.
    return JSON.parse(await output) as Written
  }
}
