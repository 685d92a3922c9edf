import { CatalogError } from '../domain/catalog-error.ts'
import type { ArchiveSummary, LogSource } from '../ports/archives.ts'
import type { LogEntry, Picture } from '../ports/catalog-store.ts'
import { createSha256Digest } from './sha256-digest.ts'

/**
 * A backup line by line, each a JSON document: a heading, the states in the order of the log, the pictures by key, and a last line that
 * counts them and holds the digest of all lines before it.
 */
export type ArchiveLine =
  | { archive: 'banshi'; version: number; catalogueRevision: number }
  | { state: LogEntry }
  | { picture: Picture }
  | { end: Omit<ArchiveSummary, 'catalogueRevision'> }

export const archiveVersion = 1

/** The lines of a backup of everything up to the present catalogue revision, without line ends. */
export async function* linesOf(source: LogSource, onState: () => void): AsyncIterable<string> {
  const catalogueRevision = await source.catalogueRevision()
  const digest = createSha256Digest()
  const write = (line: ArchiveLine) => {
    const text = JSON.stringify(line)
    digest.add(text)
    return text
  }
  let [states, pictures] = [0, 0]
  yield write({ archive: 'banshi', version: archiveVersion, catalogueRevision })
  for await (const state of source.readLog({ after: 0, through: catalogueRevision })) {
    yield write({ state: inOrder(state) })
    states += 1
    onState()
  }
  for await (const picture of source.readPictures()) {
    yield write({ picture })
    pictures += 1
  }
  yield write({ end: { states, pictures, digest: digest.value() } })
}

/** The fields in one order, so that equal stores make equal backups. */
function inOrder(entry: LogEntry): LogEntry {
  const { commit, position, kind, id, revision, updatedAt, actor, body, index } = entry
  const indexInOrder = index && {
    agency: index.agency,
    type: index.type,
    state: index.state,
    audience: index.audience,
    theme: index.theme,
    sortKey: index.sortKey,
  }
  // The same fields as before.
  return { commit, position, kind, id, revision, updatedAt, actor, index: indexInOrder, body } as LogEntry
}

/**
 * Reads all lines and compares them with what the last one says of them.
 *
 * @throws CatalogError `broken-archive` (facts: `path`, `reason`).
 */
export async function checkLines(path: string, lines: AsyncIterable<string>): Promise<ArchiveSummary> {
  const digest = createSha256Digest()
  const seen = { states: 0, pictures: 0 }
  let catalogueRevision: number | undefined
  for await (const text of lines) {
    const line = parseLine(path, text)
    if (catalogueRevision === undefined) catalogueRevision = readHeading(path, line)
    else if ('end' in line) {
      const summary = { ...seen, digest: digest.value() }
      if (JSON.stringify(line.end) !== JSON.stringify(summary)) throw broken(path, '内容与其摘要不符')
      return { catalogueRevision, ...summary }
    } else if ('state' in line) seen.states += 1
    else if ('picture' in line) seen.pictures += 1
    digest.add(text)
  }
  throw broken(path, catalogueRevision === undefined ? '这个文件不是备份' : '文件不完整')
}

/** The digest over all lines tells that they are as they were written; before that is known, a line is only looked at. */
export function parseLine(path: string, text: string): ArchiveLine {
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line === 'object' && line !== null) return line as ArchiveLine
  } catch (cause) {
    throw broken(path, '这个文件不是备份，或已损坏', cause)
  }
  throw broken(path, '这个文件不是备份')
}

function readHeading(path: string, line: ArchiveLine): number {
  if (!('archive' in line) || line.archive !== 'banshi') throw broken(path, '这个文件不是备份')
  if (line.version > archiveVersion) throw broken(path, '备份由更新的程序写成，请升级本程序')
  return line.catalogueRevision
}

export function broken(path: string, reason: string, cause?: unknown): CatalogError {
  return new CatalogError('broken-archive', { path, reason }, { cause })
}
