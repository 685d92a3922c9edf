import { readFileSync, statSync } from 'node:fs'
import type { CellPlace } from '../../domain/cell-place.ts'
import type { ReadFile } from '../../ports/catalogue-files.ts'
import { describeSystemError, isSystemError } from '../system-errors.ts'
import { findTable } from './find-table.ts'
import { ArchiveFault, archiveLimits } from './open-archive.ts'
import { type GrowingPart, PartBuilder } from './part-builder.ts'
import { readRows } from './read-rows.ts'
import { readSheetCells, type SheetCells } from './sheet-cells.ts'

/** Reads a workbook: what its rows say of items, decisions, agencies and laws. Every cell that cannot be read is named. */
export async function readWorkbook(file: string): Promise<ReadFile> {
  try {
    const { size } = statSync(file)
    if (size > archiveLimits.bytes) {
      throw new ArchiveFault(
        `文件有 ${(size / 1024 / 1024).toFixed(1)} MB，超过 ${archiveLimits.bytes / 1024 / 1024} MB 的上限`,
      )
    }
    return readSheets(file, await readSheetCells(readFileSync(file)))
  } catch (error) {
    if (error instanceof ArchiveFault) return refuse(file, 'not-a-workbook', `${error.message}。`)
    if (!isSystemError(error)) throw error
    return refuse(file, 'file-unreadable', `读不了这个文件：${describeSystemError(error)}。`)
  }
}

function refuse(file: string, rule: string, message: string): ReadFile {
  return { file, violations: [{ file, line: 1, column: 1, pointer: '', rule, message }] }
}

function readSheets(file: string, all: readonly SheetCells[]): ReadFile {
  const builder = new PartBuilder(file)
  const isTable = all.map((cells) => readSheet(cells, builder))
  if (!isTable.includes(true) && builder.faults.length === 0) {
    return refuse(file, 'not-a-workbook', '工作簿里没有事项表：表头要有“事项名称”和“机构”或“编码”。')
  }
  for (const part of builder.parts) if (part.kind === 'item') takeLookups(part)
  return { file, kind: 'workbook', parts: builder.parts, faults: builder.faults, notes: builder.notes }
}

/** Reads a sheet; answers whether it was a table of ours. What was not read is noted. */
function readSheet(cells: SheetCells, builder: PartBuilder): boolean {
  const table = findTable(cells)
  const inHead = (index: number, heading: string): CellPlace => {
    return { sheet: cells.name, row: (table?.head ?? 0) + 1, column: index + 1, heading, text: heading }
  }
  if (cells.rows.length === 0) return table !== undefined
  if (table === undefined) {
    builder.note('unread-sheet', inHead(0, ''), `工作表“${cells.name}”不认识，没有读。`)
    return false
  }
  if (table.columns.length === 0) {
    builder.fault(inHead(0, ''), '', `找不到表头，应有“${table.sheet.columns[0]?.heading}”等列`)
    return false
  }
  for (const { index, heading } of table.unknown) {
    builder.note('unread-column', inHead(index, heading), `工作表“${cells.name}”的“${heading}”一列不认识，没有读。`)
  }
  readRows(table, cells, builder)
  return true
}

/** What has to be looked up is no field of the item: names of agencies and main items, and citations in one cell. */
function takeLookups(part: GrowingPart): void {
  const { fields, names, places } = part
  const { agencyName, subName, citations } = fields
  if (typeof agencyName === 'string') names.agency = agencyName
  if (typeof subName === 'string') {
    if (typeof fields.name === 'string') names.mainItem = fields.name
    fields.name = subName
    movePlace(places, '/name', '/parent')
    movePlace(places, '/subName', '/name')
  }
  if (Array.isArray(citations)) part.citations = citations
  if (places.get('/agency')?.text.trim() === '' || !places.has('/agency')) movePlace(places, '/agencyName', '/agency')
  if (!places.has('/legalBases')) movePlace(places, '/citations', '/legalBases')
  for (const name of ['agencyName', 'subName', 'citations']) delete fields[name]
}

function movePlace(places: GrowingPart['places'], from: string, to: string): void {
  const place = places.get(from)
  if (place !== undefined) places.set(to, place)
}
