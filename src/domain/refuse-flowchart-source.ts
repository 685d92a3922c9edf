import { CatalogError } from './catalog-error.ts'

/** Bounds of a source. Mermaid's parser takes seconds for thousands of nested boxes. */
export const sourceLimits = { characters: 20_000, lines: 1_000, boxes: 40, nesting: 5 } as const

/** What no source may hold, whatever Mermaid's own strictness would make of it, with the reason for the author. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [/%%\s*\{/, '不允许使用 %%{…}%% 指令'],
  [/^\s*---\s*$/m, '不允许使用 YAML 头（---）'],
  [/(?:^|;)[^\S\n]*(?:click|href)(?=\s)/m, '不允许使用 click 和链接'],
  [/<(?!br\s*\/?>)[a-z!/?]/i, '除换行 <br/> 外不允许使用 HTML'],
  [/@\{/, '不允许使用 @{…} 写法'],
  [/(?:^|;)[^\S\n]*(?:style|linkStyle|classDef)(?=\s)/m, '不允许自定义样式'],
  [/url\s*\(|javascript\s*:/i, '不允许使用链接'],
  [/\$\$/, '不允许使用公式'],
]

/** LF line ends; comments emptied but their lines kept, so that places in it are places in the source. */
export function plainSource(source: string): string {
  return source.replace(/\r\n?/g, '\n').replace(/^[^\S\n]*%%(?!\s*\{).*$/gm, '')
}

/** What is not allowed in a source: its size, something in it, or its first line. */
export interface SourceRefusal {
  kind: 'size' | 'content' | 'opening'
  /** 1-based. */
  line: number
  column: number
  reason: string
}

/** @throws CatalogError `flowchart-refused` with `line`, `column` (1-based) and a Chinese `reason` at the first thing not allowed. */
export function refuseSource(source: string): void {
  const refusal = findRefusal(source)
  if (refusal === undefined) return
  const { line, column, reason } = refusal
  throw new CatalogError('flowchart-refused', { line, column, reason })
}

/** The first thing in a source that is not allowed; `undefined`: it may be drawn, if it parses. */
export function findRefusal(source: string): SourceRefusal | undefined {
  const { characters, lines } = sourceLimits
  const size = (line: number, reason: string): SourceRefusal => ({ kind: 'size', line, column: 1, reason })
  if (source.length > characters) return size(1, `流程图源文超过${characters}个字符`)
  const text = plainSource(source)
  if (text.split('\n').length > lines) return size(lines + 1, `流程图源文超过${lines}行`)
  return refuseBoxes(text) ?? refuseContent(text) ?? refuseOpening(text)
}

function refuseContent(text: string): SourceRefusal | undefined {
  const found = refusals.flatMap(([pattern, reason]) => {
    const match = pattern.exec(text)
    return match === null ? [] : { index: match.index + match[0].search(/[^\s;]/), reason }
  })
  const first = found.sort((a, b) => a.index - b.index)[0]
  return first && refuseAt(text, first.index, { kind: 'content', reason: first.reason })
}

function refuseOpening(text: string): SourceRefusal | undefined {
  const opening = /\S+/.exec(text)
  if (opening !== null && /^(?:flowchart|graph)$/.test(opening[0])) return undefined
  return refuseAt(text, opening?.index ?? 0, { kind: 'opening', reason: '第一行应为 flowchart TD 或 flowchart LR' })
}

function refuseBoxes(text: string): SourceRefusal | undefined {
  let depth = 0
  let count = 0
  for (const { 0: word, index } of text.matchAll(/(?<=^|;)[^\S\n]*(?:subgraph|end)\b/gm)) {
    depth = word.trim() === 'end' ? Math.max(0, depth - 1) : depth + 1
    if (word.trim() === 'subgraph') count += 1
    const start = index + word.search(/\S/)
    const size = (reason: string) => refuseAt(text, start, { kind: 'size', reason })
    if (depth > sourceLimits.nesting) return size(`分组嵌套超过${sourceLimits.nesting}层`)
    if (count > sourceLimits.boxes) return size(`分组超过${sourceLimits.boxes}个`)
  }
  return undefined
}

function refuseAt(text: string, index: number, why: Pick<SourceRefusal, 'kind' | 'reason'>): SourceRefusal {
  const before = text.slice(0, index).split('\n')
  return { ...why, line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
