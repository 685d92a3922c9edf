import type { FlowchartFault } from '../domain/written-flowchart.ts'

interface ParserError {
  message?: string
  name?: string
  hash?: {
    token?: unknown
    /** What was read last. */
    text?: string
    /** 0-based; only for signs that cannot be read. */
    line?: number
    expected?: string[]
    /** Last place: where the parser stopped. */
    loc?: { last_line: number; last_column: number }
  }
}

const tokens: Readonly<Record<string, string>> = {
  NEWLINE: '换行',
  SEMI: '分号',
  SPACE: '空格',
  EOF: '结束',
  SQE: '“]”',
  PE: '“)”',
  DIAMOND_STOP: '“}”',
  PIPE: '“|”',
  LINK: '连线“-->”',
  START_LINK: '连线',
  end: '“end”',
  subgraph: '“subgraph”',
  NODE_STRING: '环节',
  STR: '引号中的文字',
}

/**
 * Where the parser stopped, in the place of the source as written; `null`: the error is not one of the source.
 *
 * Mermaid drops leading blank lines before parsing: `source` is the text it was given, so that they are counted.
 */
export function readSyntaxError(error: unknown, source: string): FlowchartFault | null {
  const { message = '', name, hash } = (typeof error === 'object' && error !== null ? error : {}) as ParserError
  const skipped = firstLineOf(source)
  const lineAt = (line: number) => Math.min(line + skipped - 1, source.split('\n').length)
  const faultAt = (line: number, column: number, reason: string) => ({ line, column, reason, ...findCause(hash) })
  if (hash?.loc !== undefined) return faultAt(lineAt(hash.loc.last_line), hash.loc.last_column + 1, describe(hash))
  if (hash?.line !== undefined) return faultAt(lineAt(hash.line + 1), 1, '有无法识别的符号')
  if (name === 'UnknownDiagramError') return faultOfOtherChart(source)
  if (/edge limit|too many edges/i.test(message)) return faultAt(skipped, 1, '连线过多')
  return null
}

/** The source is no flowchart, but Mermaid may know it as another kind of chart. */
export function faultOfOtherChart(source: string): FlowchartFault {
  const reason = '第一行应为 flowchart TD 或 flowchart LR'
  return { line: firstLineOf(source), column: 1, reason, cause: null, found: '' }
}

/** The first line that is not blank, 1-based. */
function firstLineOf(source: string): number {
  return /^(?:[^\S\n]*\n)*/.exec(source)?.[0].split('\n').length ?? 1
}

/** Signs that open or close a text and so cannot stand in one without quotation marks. */
const bareSigns = new Set(['PS', 'PE', 'SQS', 'SQE', 'DIAMOND_START', 'DIAMOND_STOP', 'PIPE', 'STR'])
/** Words of Mermaid's that cannot name a step. */
const reservedWords = new Set(['end', 'CLASS', 'STYLE', 'GRAPH', 'subgraph', 'CLICK', 'LINKSTYLE', 'CLASSDEF'])

function findCause(hash: ParserError['hash']): Pick<FlowchartFault, 'cause' | 'found'> {
  const { token, text = '' } = hash ?? {}
  const expected = new Set((hash?.expected ?? []).map((word) => word.replaceAll("'", '')))
  const found = typeof token === 'string' && token !== 'EOF' ? text.trim() : ''
  if (typeof token !== 'string' || found === '') return { cause: null, found }
  if (expected.has('TEXT') && bareSigns.has(token)) return { cause: 'bare-sign', found: token === 'STR' ? '"' : found }
  // Where a line can begin, a word of Mermaid's is out of place, not a name.
  const isName = expected.has('NODE_STRING') && !expected.has('subgraph')
  return { cause: isName && reservedWords.has(token) ? 'reserved-word' : null, found }
}

function describe({ token, expected = [] }: NonNullable<ParserError['hash']>): string {
  const names = expected.flatMap((word) => tokens[word.replaceAll("'", '')] ?? [])
  const found =
    typeof token === 'string' && token !== 'EOF' ? `此处不应出现${tokens[token] ?? `“${token}”`}` : '到此不完整'
  return `语法错误，${found}${names.length === 0 ? '' : `，应为${[...new Set(names)].slice(0, 4).join('、')}`}`
}
