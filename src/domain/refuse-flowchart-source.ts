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

/** @throws CatalogError `flowchart-refused` with `line`, `column` (1-based) and a Chinese `reason` at the first thing not allowed. */
export function refuseSource(source: string): void {
  const { characters, lines } = sourceLimits
  if (source.length > characters) refuse(1, 1, `流程图源文超过${characters}个字符`)
  const text = plainSource(source)
  if (text.split('\n').length > lines) refuse(lines + 1, 1, `流程图源文超过${lines}行`)
  refuseBoxes(text)
  const found = refusals.flatMap(([pattern, reason]) => {
    const match = pattern.exec(text)
    return match === null ? [] : { index: match.index + match[0].search(/[^\s;]/), reason }
  })
  const first = found.sort((a, b) => a.index - b.index)[0]
  if (first !== undefined) refuseAt(text, first.index, first.reason)
  const opening = /\S+/.exec(text)
  if (opening === null || !/^(?:flowchart|graph)$/.test(opening[0])) {
    refuseAt(text, opening?.index ?? 0, '第一行应为 flowchart TD 或 flowchart LR')
  }
}

function refuseBoxes(text: string): void {
  let depth = 0
  let count = 0
  for (const { 0: word, index } of text.matchAll(/(?<=^|;)[^\S\n]*(?:subgraph|end)\b/gm)) {
    depth = word.trim() === 'end' ? Math.max(0, depth - 1) : depth + 1
    if (word.trim() === 'subgraph') count += 1
    const start = index + word.search(/\S/)
    if (depth > sourceLimits.nesting) refuseAt(text, start, `分组嵌套超过${sourceLimits.nesting}层`)
    if (count > sourceLimits.boxes) refuseAt(text, start, `分组超过${sourceLimits.boxes}个`)
  }
}

function refuseAt(text: string, index: number, reason: string): never {
  const before = text.slice(0, index).split('\n')
  refuse(before.length, (before.at(-1) ?? '').length + 1, reason)
}

function refuse(line: number, column: number, reason: string): never {
  throw new CatalogError('flowchart-refused', { line, column, reason })
}
