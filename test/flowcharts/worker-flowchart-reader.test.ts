import { afterAll, describe, expect, it } from '@jest/globals'
import { writeProcedureChart } from '../../src/domain/flowchart-text.ts'
import { createWorkerFlowchartReader } from '../../src/flowcharts/worker-flowchart-reader.ts'
import { sampleProcedures } from './sample-procedures.ts'

const reader = createWorkerFlowchartReader({ timeoutMs: 60_000 })
afterAll(() => reader.close())

const chartOf = async (...lines: string[]) => {
  const { chart, fault } = await reader.read(`flowchart TD\n${lines.join('\n')}\n`)
  if (chart === undefined) throw new Error(JSON.stringify(fault))
  return chart
}

describe('a hand-written chart as it is read', () => {
  it('has title and description, boxes, steps with shapes and lines, and lines with words', async () => {
    const chart = await chartOf(
      '  accTitle: 办理流程',
      '  accDescr: 共四步',
      '  subgraph window["窗口"]',
      '    apply([申请]) --> whole{"材料齐全？<br/>限1个工作日"}',
      '  end',
      '  whole -->|是| accept[[专家评审]]',
      '  whole -. 否 .-> apply',
    )
    expect(chart).toEqual({
      title: '办理流程',
      description: '共四步',
      boxes: ['窗口'],
      nodes: [
        { id: 'apply', label: '申请', lines: ['申请'], shape: 'terminal', box: 0, otherLabels: [] },
        {
          id: 'whole',
          label: '材料齐全？ 限1个工作日',
          lines: ['材料齐全？', '限1个工作日'],
          shape: 'decision',
          box: 0,
          otherLabels: [],
        },
        { id: 'accept', label: '专家评审', lines: ['专家评审'], shape: 'special', box: null, otherLabels: [] },
      ],
      edges: [
        { from: 0, to: 1, label: null },
        { from: 1, to: 2, label: '是' },
        { from: 1, to: 0, label: '否' },
      ],
    })
  })

  it('knows the texts that one id was given before the last', async () => {
    const { nodes } = await chartOf('  a[受理] --> b[审查]', '  a[收件] --> c', '  b[审查] --> c')
    expect(nodes.map(({ label, otherLabels }) => [label, otherLabels])).toEqual([
      ['收件', ['受理']],
      ['审查', []],
      ['c', []],
    ])
  })

  it('leads a line to a box to its first steps, and one from a box from its last', async () => {
    const { nodes, edges } = await chartOf(
      '  a --> lane',
      '  subgraph lane[科室]',
      '    b --> c',
      '  end',
      '  lane --> d',
    )
    const named = edges.map(({ from, to }) => `${nodes[from]?.id}>${nodes[to]?.id}`)
    expect(named.sort()).toEqual(['a>b', 'b>c', 'c>d'])
  })

  it('decodes the signs that labels are written with', async () => {
    const { nodes } = await chartOf('  a["受理#40;当场#41;#quot;甲#quot;"]')
    expect(nodes[0]?.label).toBe('受理(当场)"甲"')
  })

  it.each(Object.entries(sampleProcedures))('holds the steps and ways of the procedure %s', async (_, procedure) => {
    const { chart } = await reader.read(writeProcedureChart(procedure, { title: '甲', note: '' }))
    expect(chart?.nodes.map(({ lines }) => lines[0]).sort()).toEqual(procedure.steps.map(({ name }) => name).sort())
    expect(chart?.edges).toHaveLength(procedure.flows.length)
  })
})

describe('a source that does not parse', () => {
  it.each([
    ['flowchart TD\n  a["x"\n', 3, null],
    ['flowchart TD\n  a --> b\n  %% 注释\n\n  b --> [c]\n', 5, null],
    ['flowchart TD\n  a —> b', 2, null],
    ['flowchart TD\n  a[材料(齐全)] --> b', 2, 'bare-sign'],
    ['flowchart TD\n  a --> b{是否"合格"}', 2, 'bare-sign'],
    ['flowchart TD\n  a -->|通过(5日)| b', 2, 'bare-sign'],
    ['flowchart TD\n  a --> end', 2, 'reserved-word'],
    ['flowchart TD\n  a --> class', 2, 'reserved-word'],
    ['流程图', 1, null],
    ['\nsequenceDiagram\n  a->>b: 受理\n', 2, null],
  ])('is told with the line where it breaks and why: %j', async (source, line, cause) => {
    const { fault } = await reader.read(source)
    expect(fault).toMatchObject({ line, cause, reason: expect.stringMatching(/[\u4e00-\u9fff]/) })
  })

  it('leaves the next reading as it was', async () => {
    await reader.read('flowchart TD\n a[旧')
    const { nodes } = await chartOf('  a[新]')
    expect(nodes).toMatchObject([{ label: '新', otherLabels: [] }])
  })
})

describe('the reader', () => {
  it('reads a source once', async () => {
    const source = 'flowchart TD\n  甲 --> 乙'
    const first = reader.read(source)
    expect(reader.read(source.replace('\n', '\r\n'))).toBe(first)
    await first
  })

  it('fails a source that takes too long, and reads the next', async () => {
    const slow = `flowchart TD\n${Array.from({ length: 2_000 }, (_, i) => `subgraph s${i}`).join('\n')}\n`
    const hasty = createWorkerFlowchartReader({ timeoutMs: 400 })
    try {
      await expect(hasty.read(slow)).rejects.toMatchObject({ code: 'flowchart-failed', facts: { cause: 'timeout' } })
    } finally {
      await hasty.close()
    }
  })

  it('fails when its worker cannot run, and after it was closed', async () => {
    const broken = createWorkerFlowchartReader({ workerFile: '/nowhere/read-worker.js' })
    await expect(broken.read('flowchart TD\n a')).rejects.toMatchObject({ code: 'flowchart-failed' })
    await broken.close()
    await expect(broken.read('flowchart TD\n b')).rejects.toMatchObject({ code: 'stopping' })
  })
})
