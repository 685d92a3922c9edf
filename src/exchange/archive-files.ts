import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline as pipe } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { CatalogError } from '../domain/catalog-error.ts'
import type { RecordEntry } from '../domain/office/record.ts'
import type { ArchiveSummary, Archives, LogSource } from '../ports/archives.ts'
import type { LogEntry, LogRange, Picture } from '../ports/catalog-store.ts'
import type { OfficeKind, OfficeSnapshot } from '../ports/office-store.ts'
import { broken, checkLines, linesOf, parseLine } from './archive-lines.ts'
import { describeSystemError } from './system-errors.ts'

/** Backups as compressed files that their owner alone may read. */
export function createArchiveFiles(): Archives {
  return { write: writeArchive, open: openArchive }
}

/** The file gets its name when all of it is on the disk. */
async function writeArchive(path: string, source: LogSource, onState: () => void = () => {}): Promise<ArchiveSummary> {
  const unfinished = `${path}.${process.pid}.unfinished`
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = createWriteStream(unfinished, { mode: 0o600, flush: true })
    await pipeline(withLineEnds(linesOf(source, onState)), createGzip(), file)
    const summary = await checkLines(path, readLines(unfinished))
    await rename(unfinished, path)
    await flushFolder(dirname(path))
    return summary
  } catch (error) {
    await rm(unfinished, { force: true })
    if (error instanceof CatalogError || !isSystemError(error)) throw error
    throw new CatalogError('file-unwritable', { path, reason: describeSystemError(error) }, { cause: error })
  }
}

/** A new name is safe when its folder is on the disk. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`
}

async function openArchive(path: string): Promise<LogSource & { summary: ArchiveSummary }> {
  const summary = await checkLines(path, readLines(path))
  const readLog = (range: LogRange) => readStates(path, range)
  return {
    summary,
    catalogueRevision: async () => summary.catalogueRevision,
    readLog,
    async countLog(range) {
      let count = 0
      for await (const _ of readLog(range)) count += 1
      return count
    },
    readPictures: () => readPictures(path),
    office: {
      snapshot: (kinds) => readSnapshot(path, summary, kinds),
      readRecord: (...range) => readEntries(path, ...range),
    },
  }
}

async function readSnapshot(
  path: string,
  { catalogueRevision, office }: ArchiveSummary,
  kinds: readonly OfficeKind[],
): Promise<OfficeSnapshot> {
  const documents: OfficeSnapshot['documents'] = []
  for await (const text of readLines(path)) {
    if (!text.startsWith('{"document"')) continue
    const line = parseLine(path, text)
    if ('document' in line && kinds.includes(line.document.kind)) documents.push(line.document)
  }
  return { catalogueRevision, newestEntry: office?.entries ?? 0, documents }
}

async function* readEntries(path: string, after = 0, through = Number.POSITIVE_INFINITY): AsyncIterable<RecordEntry> {
  for await (const text of readLines(path)) {
    if (!text.startsWith('{"entry"')) continue
    const line = parseLine(path, text)
    if (!('entry' in line) || line.entry.number <= after) continue
    if (line.entry.number > through) return
    yield line.entry
  }
}

async function* readStates(path: string, { after, through }: LogRange): AsyncIterable<LogEntry> {
  for await (const text of readLines(path)) {
    const line = parseLine(path, text)
    if (!('state' in line)) continue
    if (line.state.commit > through) return
    if (line.state.commit > after) yield line.state
  }
}

async function* readPictures(path: string): AsyncIterable<Picture> {
  for await (const text of readLines(path)) {
    if (!text.startsWith('{"picture"')) continue
    const line = parseLine(path, text)
    if ('picture' in line) yield line.picture
  }
}

/** The lines of a compressed file. @throws CatalogError `broken-archive`. */
async function* readLines(path: string): AsyncIterable<string> {
  try {
    // The line separators of Unicode stand inside of texts: only a line feed ends a line.
    const pieces: string[] = []
    for await (const chunk of pipe(createReadStream(path), createGunzip(), () => {}).setEncoding('utf8')) {
      const [first = '', ...more] = String(chunk).split('\n')
      pieces.push(first)
      for (const piece of more) {
        yield pieces.splice(0).join('')
        pieces.push(piece)
      }
    }
    // Every line has an end: what follows the last one is the rest of a line that was cut off.
    if (pieces.some((piece) => piece !== '')) throw broken(path, '文件不完整')
  } catch (error) {
    if (!isSystemError(error)) throw error
    const isDamaged = String(error.code).startsWith('Z_')
    throw broken(path, isDamaged ? '这个文件不是备份，或已损坏' : describeSystemError(error), error)
  }
}

/** An error of the file system or of the compression: both have codes in words. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'code' in error && !(error instanceof CatalogError)
}
