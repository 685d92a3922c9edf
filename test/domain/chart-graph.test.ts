import { afterAll, describe, expect, it } from '@jest/globals'
import { graphOfChart } from '../../src/domain/chart-graph.ts'
import { checkItem } from '../../src/domain/rules/check-item.ts'
import { createWorkerFlowchartReader } from '../../src/flowcharts/worker-flowchart-reader.ts'
import type { ApprovalItem } from '../../src/schema/types.ts'
import { aContext, anItem, aPolicy, working } from './rules/an-item.ts'

const reader = createWorkerFlowchartReader({ timeoutMs: 60_000 })
afterAll(() => reader.close())

const head = 'flowchart TD\n  accTitle: 办理流程\n  accDescr: 全部环节\n'
const sourceOf = (lines: readonly string[]) => `${head}${lines.map((line) => `  ${line}\n`).join('')}`

async function graphOf(...lines: string[]) {
  const { chart, fault } = await reader.read(sourceOf(lines))
  if (chart === undefined) throw new Error(JSON.stringify(fault))
  const graph = graphOfChart(chart)
  return { graph, kinds: Object.fromEntries(graph.steps.map(({ name, kind }) => [name, kind])) }
}

/** What the rules on flows say of an item with that chart. */
async function rulesOn(lines: readonly string[], fields: Partial<ApprovalItem> = {}) {
  const mermaid = sourceOf(lines)
  const charts = new Map([[mermaid, await reader.read(mermaid)]])
  const item = anItem({ mermaid, guide: null, ...fields })
  const findings = checkItem(item, aContext({ policy: aPolicy({ ruleProfile: '2016' }), charts }))
  return findings.filter(({ rule, path }) => rule.startsWith('FLW') || path === '/mermaid')
}
const idsOn = async (...given: Parameters<typeof rulesOn>) => (await rulesOn(...given)).map(({ rule }) => rule)

const sound = [
  'apply([申请]) --> whole{材料齐全？}',
  'whole -->|否| correct[一次性告知补正] --> apply',
  'whole -->|是| accept[受理] --> examine["审查（4个工作日）"] --> decide{"决定（2个工作日）"}',
  'decide -->|准予| deliver[送达] --> done([办结])',
  'decide -->|不准予| refused([不予许可])',
]

describe('starts and ends of a hand-written chart', () => {
  it('are the rounded steps, also where corrections come back to the first', async () => {
    const { kinds } = await graphOf(...sound)
    expect(kinds).toMatchObject({ 申请: 'start', 办结: 'end', 不予许可: 'end', '材料齐全？': 'decision', 受理: 'task' })
  })

  it('are found by the ways where nothing is rounded', async () => {
    const { kinds } = await graphOf('a[申请] --> b[受理]', 'b --> c[领取许可证]')
    expect(kinds).toEqual({ 申请: 'start', 受理: 'task', 领取许可证: 'end' })
  })

  it('are found by the words where a chart runs back to its beginning', async () => {
    const { kinds } = await graphOf('a[提交申请] --> b[受理]', 'b -->|补正| a', 'b --> c[归档]')
    expect(kinds).toMatchObject({ 提交申请: 'start', 归档: 'end' })
  })

  it('leave a step without a way out a dead end, where others end', async () => {
    expect(await idsOn([...sound, 'examine --> visit[实地走访]'])).toContain('FLW-04')
  })
})

describe('the rules on a hand-written chart', () => {
  it('find nothing in a sound one', async () => {
    expect(await idsOn(sound)).toEqual([])
  })

  it.each<[string, string[]]>([
    ['FLW-02', [...sound, 'again([再次申请]) --> whole']],
    ['FLW-03', [...sound, 'lost[会审]']],
    ['FLW-05', sound.map((line) => line.replace('|准予| ', ''))],
    ['FLW-06', sound.map((line) => line.replace('deliver[送达] --> done([办结])', 'done([结束])'))],
    [
      'FLW-07',
      sound.slice(0, 4).map((line) => line.replace('decide{"决定（2个工作日）"}', 'decide["决定（2个工作日）"]')),
    ],
    ['FLW-08', sound.filter((line) => !line.includes('补正'))],
    ['FLW-08', sound.map((line) => line.replace('补正] --> apply', '补正] --> refused'))],
    ['FLW-09', sound.map((line) => line.replace('4个工作日', '5个工作日'))],
    [
      'FLW-12',
      sound.map((line) =>
        line.replace('examine["审查（4个工作日）"] -->', 'examine["审查（4个工作日）"] --> x[专家评审] -->'),
      ),
    ],
    ['FLW-13', [...sound, 'accept[收件]']],
    ['FLW-20', [...sound, 'decide -->|退回| examine']],
  ])('%s finds what is wrong with it', async (rule, lines) => {
    expect(await idsOn(lines)).toContain(rule)
  })

  it('takes no time of special procedures for time of the office, and knows 不计入时限', async () => {
    const experts = 'examine["审查（4个工作日）"] --> x["专家评审<br/>20个工作日<br/>不计入时限"] -->'
    const lines = sound.map((line) => line.replace('examine["审查（4个工作日）"] -->', experts))
    const special = {
      kind: 'expert-review',
      limit: working(20),
      counted: false,
      basis: '行政许可法第四十五条',
      note: '书面告知',
    } as const
    expect(await idsOn(lines, { specialProcedures: [special] })).toEqual([])
    expect(await idsOn(lines)).toEqual(['TIM-15'])
  })

  it('tells a chart of many steps and long labels as too much for one look', async () => {
    const chain = Array.from({ length: 22 }, (_, place) => `s${place}[环节${place}] --> s${place + 1}`)
    const findings = await rulesOn([
      ...sound,
      'accept --> s0',
      ...chain,
      's22[核对全部申请材料原件并逐项登记每一份材料的名称与份数] --> decide',
    ])
    const finding = findings.find(({ rule }) => rule === 'FLW-18')
    expect(finding?.message).toMatch(/共\d+个环节，“核对全部申请材料/)
    expect(finding?.severity).toBe('hint')
  })

  it('leaves what was not read alone', () => {
    const item = anItem({ mermaid: sourceOf(sound).replace('decide{', 'decide['), guide: null })
    expect(checkItem(item, aContext()).filter(({ path }) => path === '/mermaid')).toEqual([])
  })
})

describe('the syntax of a hand-written chart', () => {
  const only = async (source: string) => {
    const charts = new Map([[source, await reader.read(source)]])
    const findings = checkItem(anItem({ mermaid: source, guide: null }), aContext({ charts }))
    return findings.filter(({ path }) => path === '/mermaid')
  }

  it('is told with its line, once', async () => {
    const findings = await only('flowchart TD\n  a --> b\n  b → c\n')
    expect(findings).toMatchObject([{ rule: 'FLW-01', message: expect.stringContaining('第3行') }])
  })

  it.each([
    ['flowchart TD\n  a[材料(原件)] --> b\n', '半角“(”', '全角'],
    ['flowchart TD\n  a --> end\n', '“end”是流程图语言的保留词', '另取一个编号'],
  ])('is explained where a sign or a word is the cause: %j', async (source, says, mend) => {
    const [finding, ...others] = await only(source)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      rule: 'FLW-15',
      message: expect.stringContaining(says),
      mend: expect.stringContaining(mend),
    })
  })

  it('is told by its first line', async () => {
    expect(await only('sequenceDiagram\n  a->>b: 受理\n')).toMatchObject([{ rule: 'FLW-01' }])
  })
})
