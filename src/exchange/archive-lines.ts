import { CatalogError } from '../domain/catalog-error.ts'
import { findFault, type RecordEntry } from '../domain/office/record.ts'
import type { ArchiveSummary, LogSource, OfficeSummary } from '../ports/archives.ts'
import type { LogEntry, Picture } from '../ports/catalog-store.ts'
import { archivedKinds, type OfficeDocument, type OfficeKind } from '../ports/office-store.ts'
import { createSha256Digest, digestSha256 } from './sha256-digest.ts'

/**
 * A backup line by line, each a JSON document: a heading, the states in the order of the log, the pictures by key, the office's documents by kind and
 * id, the entries of the record, and a last line that counts them and holds the digest of all lines before it. Version 1 had no office.
 */
export type ArchiveLine =
  | { archive: 'banshi'; version: number; catalogueRevision: number }
  | { state: LogEntry }
  | { picture: Picture }
  | { document: OfficeDocument<OfficeKind> }
  | { entry: RecordEntry }
  | { end: Counts & { digest: string } }

interface Counts {
  states: number
  pictures: number
  documents?: number
  entries?: number
}

export const archiveVersion = 2

/**
 * The lines of a backup, without line ends. Documents of the office, catalogue revision and end of the record are those of one moment; what is
 * written afterwards is not in it.
 */
export async function* linesOf(source: LogSource, onState: () => void): AsyncIterable<string> {
  const { catalogueRevision, newestEntry, documents } = await source.office.snapshot(archivedKinds)
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
  for (const { kind, id, revision, updatedAt, body } of documents) {
    yield write({ document: { kind, id, revision, updatedAt, body } })
  }
  for await (const entry of source.office.readRecord(0, newestEntry)) yield write({ entry: entryInOrder(entry) })
  const counts = { states, pictures, documents: documents.length, entries: newestEntry }
  yield write({ end: { ...counts, digest: digest.value() } })
}

function entryInOrder(entry: RecordEntry): RecordEntry {
  const { number, previous, at, actor, role, from, action, subject, before, after, facts, digest } = entry
  return { number, previous, at, actor, role, from, action, subject, before, after, facts, digest }
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
  const seen = { states: 0, pictures: 0, documents: 0, entries: 0 }
  const chain = new ChainReader()
  let heading: Heading | undefined
  for await (const text of lines) {
    const line = parseLine(path, text)
    if (heading === undefined) heading = readHeading(path, line)
    else if ('end' in line) {
      checkEnd(path, line.end, { ...countsOf(heading, seen), digest: digest.value() })
      const office = heading.version === 1 ? null : { documents: seen.documents, ...chain.summary() }
      const { states, pictures } = seen
      return { catalogueRevision: heading.catalogueRevision, states, pictures, office, digest: digest.value() }
    } else if ('state' in line) seen.states += 1
    else if ('picture' in line) seen.pictures += 1
    else if ('document' in line) seen.documents += 1
    else if ('entry' in line) {
      seen.entries += 1
      chain.read(line.entry)
    }
    digest.add(text)
  }
  throw broken(path, heading === undefined ? '这个文件不是备份' : '文件不完整')
}

type Heading = Extract<ArchiveLine, { archive: 'banshi' }>

function countsOf({ version }: Heading, { states, pictures, documents, entries }: Required<Counts>): Counts {
  return version === 1 ? { states, pictures } : { states, pictures, documents, entries }
}

function checkEnd(path: string, said: object, seen: object): void {
  if (JSON.stringify(said) !== JSON.stringify(seen)) throw broken(path, '内容与其摘要不符')
}

/** Follows the chain of the record. A break is told, not refused: a record that was tampered with is evidence. */
class ChainReader {
  #newest: RecordEntry | undefined
  #brokenAt: number | null = null
  #entries = 0

  read(entry: RecordEntry): void {
    this.#entries += 1
    if (this.#brokenAt === null && findFault(entry, this.#newest, digestSha256) !== undefined) {
      this.#brokenAt = entry.number
    }
    this.#newest = entry
  }

  summary(): Omit<OfficeSummary, 'documents'> {
    return { entries: this.#entries, head: this.#newest?.digest ?? null, brokenAt: this.#brokenAt }
  }
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

function readHeading(path: string, line: ArchiveLine): Heading {
  if (!('archive' in line) || line.archive !== 'banshi') throw broken(path, '这个文件不是备份')
  if (line.version > archiveVersion) throw broken(path, '备份由更新的程序写成，请升级本程序')
  return line
}

export function broken(path: string, reason: string, cause?: unknown): CatalogError {
  return new CatalogError('broken-archive', { path, reason }, { cause })
}
