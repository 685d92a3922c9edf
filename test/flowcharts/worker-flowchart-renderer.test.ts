import { type ChildProcess, fork } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { writeProcedureChart } from '../../src/domain/flowchart-text.ts'
import { createWorkerFlowchartRenderer } from '../../src/flowcharts/worker-flowchart-renderer.ts'
import { findWorkerFile } from '../../src/flowcharts/worker-queue.ts'
import { aProcedure, sampleProcedures } from './sample-procedures.ts'

const renderer = createWorkerFlowchartRenderer({ timeoutMs: 60_000 })
afterAll(() => renderer.close())

const simple = 'flowchart TD\n  accTitle: 标题\n  accDescr: 说明\n  甲["提交申请"] --> 乙["受理"]\n'
const sources = Object.values(sampleProcedures).map((procedure) =>
  writeProcedureChart(procedure, { title: '甲', note: '' }),
)

/** The words in a picture as a reader sees them, line breaks and signs of no width left out. */
function wordsIn(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u200c]/g, '')
}

describe('a picture', () => {
  it('is complete: a size, a name and a description in Chinese, and the words', async () => {
    const svg = await renderer.render(simple)
    expect(svg).toMatch(/^<svg [^>]*width="\d+" height="\d+"[^>]*role="img" lang="zh-CN"[^>]*aria-labelledby=/)
    expect(svg).toMatch(/<title id="[^"]+">标题<\/title><desc id="[^"]+">说明<\/desc>/)
    expect(wordsIn(svg)).toContain('提交申请')
    expect(svg).not.toContain('banshichart')
  })

  it('is the same bytes in another worker and after other pictures', async () => {
    const other = createWorkerFlowchartRenderer({ timeoutMs: 60_000 })
    try {
      const forth = await Promise.all(sources.map((source) => renderer.render(source)))
      const back = await Promise.all(sources.toReversed().map((source) => other.render(source)))
      expect(back.reverse()).toEqual(forth)
    } finally {
      await other.close()
    }
  })

  it('has ids of its own, so that two stand on one page', async () => {
    const [one = '', two = ''] = await Promise.all(sources.slice(0, 2).map((source) => renderer.render(source)))
    const ids = (svg: string) => [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids(one).filter((id) => ids(two).includes(id))).toEqual([])
  })
})

describe('the key of a picture', () => {
  it('is the same for the same source, whatever its line ends, and another for another', () => {
    expect(renderer.keyOf(simple)).toMatch(/^[\da-f]{64}$/)
    expect(renderer.keyOf(simple.replaceAll('\n', '\r\n'))).toBe(renderer.keyOf(simple))
    expect(renderer.keyOf(`${simple} `)).not.toBe(renderer.keyOf(simple))
  })
})

describe('any text of a procedure', () => {
  const hostile = [
    'end',
    '"引号"与\'单引号\'',
    '#quot;#35;&amp;&#60;',
    'a;b;;c',
    '[方](圆){花}<尖>|竖|',
    '<script>alert(1)</script>',
    '<br/>',
    '`**粗**` _斜_ *斜*',
    '1. 列表 - 项',
    '%%{init:{"theme":"dark"}}%%',
    'click a "javascript:alert(1)"',
    'style a fill:#f00;',
    'C:\\new\\name',
    '$$x^2$$ fa:fa-user',
    'ﬂ°°60¶ß',
    '一\n二\t三',
    '---',
    '@{ img: "x" }',
    'x-->y==>z-.->w',
  ]

  it.each(hostile)('is drawn as that text: %j', async (text) => {
    const procedure = aProcedure(
      { a: text },
      [
        { id: 'one', name: text, kind: 'start', lane: 'a' },
        { id: 'two', name: text, kind: 'decision', lane: 'a' },
      ],
      [],
    )
    const flows = [{ from: 'one', to: 'two', when: text }]
    const svg = await renderer.render(writeProcedureChart({ ...procedure, flows }, { title: text, note: '' }))
    const plain = text.replace(/\s/g, '')
    const words = wordsIn(svg)
    // Title, description, lane, condition and two steps.
    expect(words.split(plain).length - 1).toBe(6)
  })
})

describe('a source that cannot be drawn', () => {
  it.each([
    ['flowchart TD\n  a["x"\n', 3],
    ['flowchart TD\n  a --> b\n  %% 注释\n\n  b --> [c]\n', 5],
    ['\n\nflowchart TD\n  a -->\n  end\n', 5],
    ['flowchart TD\n  a("x"]\n', 2],
  ])('is refused with the line where it breaks: %j', async (source, line) => {
    await expect(renderer.render(source)).rejects.toMatchObject({
      code: 'flowchart-refused',
      facts: { line, column: expect.any(Number), reason: expect.stringMatching(/[\u4e00-\u9fff]/) },
    })
  })

  it('is refused before a worker sees it', async () => {
    await expect(renderer.render('flowchart TD\n click a href "x"')).rejects.toMatchObject({
      code: 'flowchart-refused',
      facts: { line: 2, column: 2 },
    })
  })

  it('leaves the next picture as it was', async () => {
    const before = await renderer.render(simple)
    await expect(renderer.render('flowchart TD\n a[')).rejects.toMatchObject({ code: 'flowchart-refused' })
    expect(await renderer.render(simple)).toBe(before)
  })
})

describe('a source that takes too long', () => {
  const heavy = `flowchart TD\n${Array.from({ length: 550 }, (_, i) => `n${i % 24}-->n${(i * 7 + 5) % 150}`).join('\n')}`

  it('fails alone: the waiting pictures come from a new worker', async () => {
    const hasty = createWorkerFlowchartRenderer({ timeoutMs: 50 })
    try {
      await expect(hasty.render(heavy)).rejects.toMatchObject({ code: 'flowchart-failed', facts: { cause: 'timeout' } })
    } finally {
      await hasty.close()
    }
    const patient = createWorkerFlowchartRenderer({ timeoutMs: 1_500 })
    try {
      const [slow, quick] = await Promise.allSettled([patient.render(heavy), patient.render(simple)])
      expect(slow.status).toBe('rejected')
      expect(quick).toEqual({ status: 'fulfilled', value: await renderer.render(simple) })
    } finally {
      await patient.close()
    }
  })
})

describe('the process of a worker', () => {
  const started: ChildProcess[] = []
  // The channel tells of processes alone.
  const note = (message: unknown) => started.push((message as { process: ChildProcess }).process)
  beforeEach(() => subscribe('child_process', note))
  afterEach(() => {
    unsubscribe('child_process', note)
    started.length = 0
  })

  it('is ended after a while without work, and the next picture is drawn by another', async () => {
    const thrifty = createWorkerFlowchartRenderer({ timeoutMs: 60_000, idleMs: 50 })
    const first = await thrifty.render(simple)
    const [worker] = started
    if (worker?.signalCode === null) await once(worker, 'exit')
    expect(await thrifty.render(simple)).toBe(first)
    expect(started).toHaveLength(2)
    await thrifty.close()
  })

  it('stays as long as there is more to draw', async () => {
    const busy = createWorkerFlowchartRenderer({ timeoutMs: 60_000, idleMs: 0 })
    await Promise.all(sources.slice(0, 3).map((source) => busy.render(source)))
    expect(started).toHaveLength(1)
    await busy.close()
  })

  it('fails the picture it draws when it is killed, and the next one is drawn by another', async () => {
    const unlucky = createWorkerFlowchartRenderer({ timeoutMs: 60_000 })
    try {
      const first = await unlucky.render(simple)
      const lost = unlucky.render(sources[0] ?? '')
      started[0]?.kill('SIGKILL')
      await expect(lost).rejects.toMatchObject({ code: 'flowchart-failed', facts: { cause: 'exit SIGKILL' } })
      expect(await unlucky.render(simple)).toBe(first)
      expect(started).toHaveLength(2)
    } finally {
      await unlucky.close()
    }
  })
})

describe('a worker whose service is gone', () => {
  it('ends by itself', async () => {
    const worker = fork(findWorkerFile('render-worker'), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(worker, 'message')
    worker.disconnect()
    expect(await once(worker, 'exit')).toEqual([0, null])
  })
})

describe('a worker that cannot run', () => {
  // The second is refused before there is a process.
  it.each(['/nowhere/render-worker.js', '/nowhere/\0'])(
    'fails its pictures and nothing else: %j',
    async (workerFile) => {
      const broken = createWorkerFlowchartRenderer({ workerFile })
      await expect(broken.render(simple)).rejects.toMatchObject({ code: 'flowchart-failed' })
      await broken.close()
    },
  )

  it('draws nothing after it was closed', async () => {
    const closed = createWorkerFlowchartRenderer()
    await closed.close()
    await expect(closed.render(simple)).rejects.toMatchObject({ code: 'stopping' })
  })
})
