import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from '@jest/globals'
import { smallItems, writeSmallCatalogue } from '../builders/a-small-catalogue.ts'
import { runBanshi } from './run-banshi.ts'

const command = fileURLToPath(new URL('../../scripts/banshi.mjs', import.meta.url))
const catalogue = writeSmallCatalogue()
const folders = [dirname(catalogue)]
const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'banshi-'))
  folders.push(folder)
  return folder
}

const aStore = () => ({ DATABASE_URL: `file:${join(aFolder(), 'new', 'banshi.db')}`, PORT: '0', LOG_LEVEL: 'silent' })

/** Starts the service as its users do and waits for its address. */
async function start(environment: Record<string, string>, folder = catalogue) {
  const child = spawn(process.execPath, [command, 'serve', '--catalogue', folder], {
    env: { ...process.env, ...environment },
  })
  running.add(child)
  const ended = once(child, 'exit').then(([status]) => status as number | null)
  const site = { url: '', output: '', port: 0 }
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk) => reject(new Error(String(chunk))))
    child.stdout.on('data', (chunk) => {
      site.output += chunk
      site.url = /http:\/\/\S+\//.exec(site.output)?.[0] ?? ''
      if (site.url !== '') resolve()
    })
  })
  site.port = Number(new URL(site.url).port)
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { site, stop, ended }
}

const serveOnce = (environment: Record<string, string>, folder = catalogue) =>
  runBanshi(['serve', '--catalogue', folder], { ...aStore(), ...environment })

describe('what banshi serve does', () => {
  it('fills an empty store, says what it does, prints its address and answers', async () => {
    const { site, stop } = await start(aStore())
    expect(site.output).toContain(catalogue)
    expect(site.output).toContain('7 个事项')
    expect(site.output).not.toContain('\u001b')
    const { meta } = (await (await fetch(`${site.url}api/v1/items`)).json()) as { meta: { total: number } }
    expect(meta.total).toBe(7)
    expect((await fetch(site.url)).status).toBe(200)
    expect(await stop()).toBe(0)
  })

  it('starts again on the filled store without reading the folder', async () => {
    const store = aStore()
    expect(await (await start(store)).stop()).toBe(0)
    const { site, stop } = await start(store, join(aFolder(), 'gone'))
    expect(site.output).not.toContain('装入')
    const { code } = (await (await fetch(`${site.url}api/v1/items/fgw-001`)).json()) as { code: string }
    expect(code).toBe('fgw-001')
    expect(await stop()).toBe(0)
  })

  it('answers 400, not a bare 431, to a search of 10,000 Chinese characters', async () => {
    const { site, stop } = await start(aStore())
    const { status } = await fetch(`${site.url}api/v1/items?q=${encodeURIComponent('字'.repeat(10_000))}`)
    expect(status).toBe(400)
    expect(await stop()).toBe(0)
  })

  it('finishes the answer that is under way when it is told to stop', async () => {
    const { site, stop } = await start(aStore())
    const body = JSON.stringify(smallItems[0])
    const socket = connect(site.port, 'localhost')
    const head = ['POST /api/v1/checks HTTP/1.1', 'Host: localhost', 'Content-Type: application/json']
    socket.write(
      `${[...head, `Content-Length: ${Buffer.byteLength(body)}`, 'Expect: 100-continue'].join('\r\n')}\r\n\r\n`,
    )
    await once(socket, 'data')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    const stopped = stop()
    await expect(fetchUntilRefused(site.url)).resolves.toBe('refused')
    socket.write(body)
    expect(await stopped).toBe(0)
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(answer).toContain('"findings":')
  })
})

describe('banshi serve interrupted at a terminal, which tells all its processes,', () => {
  it('finishes the flowchart that is being drawn and has nothing to complain of', async () => {
    const child = spawn(process.execPath, [command, 'serve', '--catalogue', catalogue], {
      env: { ...process.env, ...aStore(), LOG_LEVEL: 'warn' },
      detached: true,
    })
    running.add(child)
    const ended = once(child, 'exit')
    let complaints = ''
    child.stderr.on('data', (chunk) => {
      complaints += chunk
    })
    const url = await new Promise<string>((resolve) => {
      child.stdout.on('data', (chunk) => {
        const found = /http:\/\/\S+\//.exec(String(chunk))?.[0]
        if (found !== undefined) resolve(found)
      })
    })
    const drawn = fetch(`${url}api/v1/items/gsj-001/flowchart.svg`).then(({ status }) => status)
    await setTimeout(300)
    process.kill(-Number(child.pid), 'SIGINT')
    expect([await drawn, await ended, complaints]).toEqual([200, [0, null], ''])
  })
})

/** Asks again and again until the service takes no new connections. */
async function fetchUntilRefused(url: string): Promise<string> {
  for (;;) {
    try {
      await (await fetch(url, { headers: { Connection: 'close' } })).text()
    } catch {
      return 'refused'
    }
  }
}

describe('banshi serve refuses to start, in one line and with status 1,', () => {
  it('when the port is in use', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { status, stderr } = serveOnce({ PORT: String(port) })
    other.close()
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^端口 \d+ 已被占用[^\n]*\n$/)])
  })

  it('when the store cannot be written where it should be', () => {
    const file = join(aFolder(), 'file')
    writeFileSync(file, '')
    const { status, stderr } = serveOnce({ DATABASE_URL: `file:${file}/data/banshi.db` })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^数据库打不开或写不进去：[^\n]+\n$/)])
  })

  it('when what should be the store is another file', () => {
    const file = join(aFolder(), 'letter.txt')
    writeFileSync(file, 'Dear Sir or Madam, this is not a store.\n'.repeat(200))
    const { status, stderr } = serveOnce({ DATABASE_URL: `file:${file}` })
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^数据库打不开或写不进去：[^\n]+\n$/)])
  })

  it.each([
    ['PORT', 'many'],
    ['PORT', '65536'],
    ['DATABASE_URL', 'postgres://x'],
    ['LOG_LEVEL', 'loud'],
  ])('when %s is %s', (name, value) => {
    const { status, stderr } = serveOnce({ [name]: value })
    expect([status, stderr]).toEqual([1, expect.stringMatching(new RegExp(`^环境变量 ${name} 不对：[^\\n]+\\n$`))])
  })

  it('when there is no catalogue to fill the store from', () => {
    const { status, stderr } = serveOnce({}, join(aFolder(), 'gone'))
    expect([status, stderr.includes('gone')]).toEqual([1, true])
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+\)/)
  })

  it('when the catalogue is broken: each fault by file, line and column, and nothing is stored', async () => {
    const broken = writeSmallCatalogue()
    folders.push(dirname(broken))
    writeFileSync(
      join(broken, 'items', 'fgw', 'fgw-001.yaml'),
      'code: fgw-001\nname: 核准\nagency: fgw\ntype: 许可\ncolour: red\n',
    )
    const store = aStore()
    const { status, stderr } = serveOnce(store, broken)
    expect(status).toBe(1)
    expect(stderr).toMatch(/fgw-001\.yaml:4:\d+ \/type \S*[一-龥]/)
    expect(stderr).toMatch(/fgw-001\.yaml:5:\d+ \/colour \S*[一-龥]/)
    const { site, stop } = await start(store)
    expect(site.output).toContain('7 个事项')
    expect(await stop()).toBe(0)
  })
})

describe('what banshi serve makes of its options', () => {
  it('tells an unknown option in Chinese, with status 2, and touches nothing', () => {
    const store = aStore()
    const { status, stderr } = runBanshi(['serve', '--colour', 'red'], store)
    expect([status, stderr]).toEqual([2, expect.stringContaining('没有“--colour”这个选项')])
    expect(existsSync(dirname(store.DATABASE_URL.slice('file:'.length)))).toBe(false)
  })
})
