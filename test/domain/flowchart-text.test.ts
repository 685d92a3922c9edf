import { describe, expect, it } from '@jest/globals'
import { writeFlowchart, writeProcedureChart } from '../../src/domain/flowchart-text.ts'
import type { ApprovalItem } from '../../src/schema/types.ts'
import { aProcedure, days, sampleProcedures } from '../flowcharts/sample-procedures.ts'

/** What the writer reads of an item. */
const anItem = (changes: Partial<ApprovalItem>) =>
  ({
    name: '食品经营许可',
    statutoryTimeLimit: days(20),
    promisedTimeLimit: days(6),
    mermaid: null,
    procedure: null,
    ...changes,
  }) as ApprovalItem

const draw = (name: string) =>
  writeProcedureChart(sampleProcedures[name] ?? aProcedure({}, [], []), { title: '标题', note: '' })
const oneStep = (name: string) => {
  const procedure = aProcedure({ a: '甲' }, [{ id: 'end', name, kind: 'task', lane: 'a' }], [])
  return writeProcedureChart(procedure, { title: '标题', note: '' })
    .split('\n')
    .find((line) => line.includes(' s1'))
}

describe('the Mermaid text of an item', () => {
  it('is the hand-written source as it stands', () => {
    const mermaid = 'flowchart LR\r\n  甲 --> 乙\n'
    expect(writeFlowchart(anItem({ mermaid, procedure: sampleProcedures.instant ?? null }))).toBe(mermaid)
  })

  it('is empty without a procedure', () => {
    expect(writeFlowchart(anItem({}))).toBe('')
  })

  it('names item and limits for screen readers', () => {
    const [first, title, description] = writeFlowchart(anItem({ procedure: sampleProcedures.instant ?? null })).split(
      '\n',
    )
    expect(first).toBe('flowchart TD')
    expect(title).toBe('  accTitle: 食品经营许可办理流程图')
    expect(description).toBe(
      '  accDescr: 共4个环节，由申请人、窗口办理，结果为准予、不予受理。法定时限20个工作日，承诺时限6个工作日。',
    )
  })

  it('is the same text each time', () => {
    expect(draw('testing')).toBe(draw('testing'))
  })
})

describe('the Mermaid text of a procedure', () => {
  it('draws lanes as boxes in their order, steps by their kind, limits and outcomes on them', () => {
    expect(draw('relay').split('\n').slice(3)).toEqual([
      '  subgraph lane1["申请人"]',
      '    s1(["提交申请材料"])',
      '  end',
      '  subgraph lane2["市级窗口"]',
      '    s2["收件登记<br/>当场"]',
      '    s5(["退回并说明理由<br/>（不予受理）"])',
      '  end',
      '  subgraph lane3["市级主管部门"]',
      '    s3{"初审<br/>限20个工作日"}',
      '  end',
      '  subgraph lane4["省级主管部门"]',
      '    s4(["转报省级主管部门"])',
      '  end',
      '  s1 --> s2',
      '  s2 --> s3',
      '  s3 -->|"初审通过"| s4',
      '  s3 -->|"初审不通过"| s5',
      '',
    ])
  })

  it('marks special procedures as not counted and gives them a shape of their own', () => {
    expect(draw('expert-review')).toContain('[["专家评审<br/>限30日<br/>（不计入时限）"]]')
  })

  it('dots the way back from a correction', () => {
    expect(draw('expert-review')).toContain('s3 -.-> s1')
  })

  it('leaves out lanes without steps and ways that lead nowhere', () => {
    const steps = [{ id: 'a', name: '甲', kind: 'start' as const, lane: 'one' }]
    const text = writeProcedureChart(aProcedure({ one: '一', two: '二' }, steps, ['a ghost']), { title: '', note: '' })
    expect(text).not.toContain('二')
    expect(text).not.toContain('-->')
  })

  it('draws a step of an unknown lane outside the lanes', () => {
    const steps = [{ id: 'a', name: '甲', kind: 'start' as const, lane: 'nobody' }]
    expect(writeProcedureChart(aProcedure({ one: '一' }, steps, []), { title: '', note: '' })).toContain(
      '\n  s1(["甲"])',
    )
  })

  it('names steps so that no id of the catalogue is a word of Mermaid', () => {
    expect(oneStep('甲')).toBe('    s1["甲"]')
  })
})

describe('labels', () => {
  it.each([
    ['"引号"', '#34;引号#34;'],
    ['a#35;b', 'a#35;35#59;b'],
    ['<script>', '#60;script#62;'],
    ['`*粗*`', '#96;*粗*#96;'],
    ['一\n二\t三', '一 二 三'],
    ['%%{init: {}}%%', '#37;#37;#123;init#58; #123;#125;#125;#37;#37;'],
    ['[方](圆){花}|竖|', '#91;方#93;(圆)#123;花#125;#124;竖#124;'],
  ])('write %j as entities', (name, written) => {
    expect(oneStep(name)).toBe(`    s1["${written}"]`)
  })
})
