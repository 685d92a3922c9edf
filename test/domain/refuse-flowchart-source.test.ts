import { describe, expect, it } from '@jest/globals'
import { CatalogError } from '../../src/domain/catalog-error.ts'
import { plainSource, refuseSource, sourceLimits } from '../../src/domain/refuse-flowchart-source.ts'

/** Line, column and reason of the refusal; `null` when the source is accepted. */
function refusalOf(source: string) {
  try {
    refuseSource(source)
    return null
  } catch (error) {
    if (error instanceof CatalogError && error.code === 'flowchart-refused') return error.facts
    throw error
  }
}

describe('a hand-written source', () => {
  it.each([
    'flowchart TD\n  甲["提交<br/>申请"] --> 乙{"齐全？"}\n  乙 -->|是| 丙',
    '\n\n  graph LR; a --> b',
    'flowchart TD\n  %% click 只是注释\n  a["click here"] --> b["小于<5日"]',
    'flowchart TD\n subgraph s\n  a\n end\n a:::style --> b',
  ])('is accepted: %j', (source) => {
    expect(refusalOf(source)).toBeNull()
  })

  it.each([
    ['flowchart TD\n  a --> b\n  click a "https://example.org"', 3, 3, 'click'],
    ['flowchart TD; click a call f()', 1, 15, 'click'],
    ['%%{init: {"theme":"dark"}}%%\nflowchart TD\n a', 1, 1, '指令'],
    ['flowchart TD\n a %%{ init: {} }%%', 2, 4, '指令'],
    ['---\ntitle: x\n---\nflowchart TD\n a', 1, 1, 'YAML'],
    ['flowchart TD\n a["<img src=x onerror=alert(1)>"]', 2, 5, 'HTML'],
    ['flowchart TD\n a["<b>粗</b>"]', 2, 5, 'HTML'],
    ['flowchart TD\n a["<!-- x -->"]', 2, 5, 'HTML'],
    ['flowchart TD\n a@{ img: "https://example.org/a.png" }', 2, 3, '@{…}'],
    ['flowchart TD\n a\n style a fill:#f00', 3, 2, '样式'],
    ['flowchart TD\n classDef x fill:#f00', 2, 2, '样式'],
    ['flowchart TD\n a --> b\n linkStyle 0 stroke:red', 3, 2, '样式'],
    ['flowchart TD\n a["javascript:alert(1)"]', 2, 5, '链接'],
    ['flowchart TD\n a["$$x$$"]', 2, 5, '公式'],
    ['sequenceDiagram\n a->>b: x', 1, 1, '第一行'],
    ['\n\n pie', 3, 2, '第一行'],
    ['', 1, 1, '第一行'],
  ])('is refused with the place: %j', (source, line, column, reason) => {
    expect(refusalOf(source)).toEqual({ line, column, reason: expect.stringContaining(reason) })
  })

  it('is refused when it is too long, has too many lines, boxes or boxes inside boxes', () => {
    expect(refusalOf(`flowchart TD\n${'%% 注'.repeat(sourceLimits.characters)}`)).toMatchObject({ line: 1 })
    expect(refusalOf(`flowchart TD${'\n'.repeat(sourceLimits.lines)}`)).toMatchObject({ line: sourceLimits.lines + 1 })
    expect(refusalOf(`flowchart TD\n${'subgraph a\n'.repeat(1_000)}`)?.reason).toBe('流程图源文超过1000行')
    expect(refusalOf(`flowchart TD\n${'subgraph a\n'.repeat(500)}`)).toEqual({
      line: 7,
      column: 1,
      reason: '分组嵌套超过5层',
    })
    expect(refusalOf(`flowchart TD\n${'subgraph a\nb\nend\n'.repeat(50)}`)?.reason).toBe('分组超过40个')
  })

  it('is drawn with LF line ends and its comments emptied, so that places stay', () => {
    expect(plainSource('a\r\n  %% b\r\nc')).toBe('a\n\nc')
  })
})
