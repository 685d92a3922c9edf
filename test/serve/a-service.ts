import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../scripts/banshi.mjs', import.meta.url))

export interface Service {
  /** With a slash at its end. */
  url: string
  process: ChildProcess
  /** Everything that it has said so far: to its terminal and to its log. */
  said(): string
  /** Tells it to stop and answers its exit status. */
  stop(): Promise<number | null>
}

/** Starts the service as its users do and waits for its address. */
export async function startService(environment: Readonly<Record<string, string>>, catalogue: string): Promise<Service> {
  const child = spawn(process.execPath, [command, 'serve', '--catalogue', catalogue], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', environment.LOG_LEVEL === undefined ? 'inherit' : 'pipe'],
  })
  const ended = once(child, 'exit').then(([status]) => status as number | null)
  let output = ''
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += chunk
      const found = /http:\/\/\S+?\//.exec(output)?.[0]
      if (found !== undefined) resolve(found)
    })
    ended.then((status) => reject(new Error(`ended with ${status}: ${output}`)))
  })
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { url, process: child, stop, said: () => output }
}

/** A new connection each time, so that every worker has its turn. */
export async function ask(service: Service, path: string): Promise<string> {
  const response = await fetch(service.url + path, { headers: { Connection: 'close' } })
  return response.text()
}

/** Asks until the answer is as wanted; answers the milliseconds it took. @throws after `within` milliseconds. */
export async function waitFor(wanted: () => Promise<boolean>, within: number): Promise<number> {
  const begun = performance.now()
  while (!(await wanted())) {
    if (performance.now() - begun > within) throw new Error(`not so within ${within} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - begun
}
