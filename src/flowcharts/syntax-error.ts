/** A place in the source and why it is not accepted. */
export interface SourceFault {
  /** 1-based. */
  line: number
  column: number
  reason: string
}

interface ParserError {
  message?: string
  name?: string
  hash?: {
    token?: unknown
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
export function readSyntaxError(error: unknown, source: string): SourceFault | null {
  const { message = '', name, hash } = (typeof error === 'object' && error !== null ? error : {}) as ParserError
  const skipped = /^(?:[^\S\n]*\n)*/.exec(source)?.[0].split('\n').length ?? 1
  const lineAt = (line: number) => Math.min(line + skipped - 1, source.split('\n').length)
  if (hash?.loc !== undefined) {
    return { line: lineAt(hash.loc.last_line), column: hash.loc.last_column + 1, reason: describe(hash) }
  }
  if (hash?.line !== undefined) return { line: lineAt(hash.line + 1), column: 1, reason: '有无法识别的符号' }
  if (name === 'UnknownDiagramError')
    return { line: skipped, column: 1, reason: '第一行应为 flowchart TD 或 flowchart LR' }
  if (/edge limit|too many edges/i.test(message)) return { line: skipped, column: 1, reason: '连线过多' }
  return null
}

function describe({ token, expected = [] }: NonNullable<ParserError['hash']>): string {
  const names = expected.flatMap((word) => tokens[word.replaceAll("'", '')] ?? [])
  const found =
    typeof token === 'string' && token !== 'EOF' ? `此处不应出现${tokens[token] ?? `“${token}”`}` : '到此不完整'
  return `语法错误，${found}${names.length === 0 ? '' : `，应为${[...new Set(names)].slice(0, 4).join('、')}`}`
}
