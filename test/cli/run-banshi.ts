import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../scripts/banshi.mjs', import.meta.url))

export interface Outcome {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs the real command as its users do, and waits for its end. */
export function runBanshi(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
    // A command that never ends would hold up the whole suite, whose own time limit cannot interrupt this wait.
    timeout: 120_000,
    killSignal: 'SIGKILL',
  })
  return { status, stdout, stderr }
}
