import { ArchiveFault } from './open-archive.ts'

/** Largest sheet that is read, and written: the library makes room for every cell between the first and the last. */
export const sheetLimits = { rows: 100_000, cells: 5_000_000 } as const

interface Merge {
  /** All from 0. */
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * The XML of each sheet by the sheet's name.
 *
 * @throws ArchiveFault when it is no workbook, or a sheet spans more cells than any table has.
 */
export function listSheetParts(parts: ReadonlyMap<string, Buffer>): Map<string, string> {
  const book = parts.get('xl/workbook.xml')?.toString()
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.toString()
  if (book === undefined || relations === undefined) {
    throw new ArchiveFault('这是压缩包，但不是 .xlsx 工作簿')
  }
  const targets = new Map(
    tagsOf(relations, 'Relationship').map((tag) => [attributeOf(tag, 'Id'), attributeOf(tag, 'Target')]),
  )
  const found = new Map<string, string>()
  for (const tag of tagsOf(book, 'sheet')) {
    const target = targets.get(attributeOf(tag, 'r:id')) ?? ''
    const xml = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)?.toString()
    if (xml === undefined) continue
    refuseVast(xml)
    found.set(attributeOf(tag, 'name'), xml)
  }
  return found
}

/** The merged ranges of a sheet. */
export function findMerges(xml: string): Merge[] {
  return tagsOf(xml, 'mergeCell').flatMap((tag) => {
    const [from = '', to = from] = attributeOf(tag, 'ref').split(':')
    const [start, end] = [placeOf(from), placeOf(to)]
    return start && end ? [{ top: start.row, left: start.column, bottom: end.row, right: end.column }] : []
  })
}

/** Cells whose formula failed, or that nobody has worked out since it was written: the library takes both for empty. */
export function findFailedCells(xml: string): { row: number; column: number; text: string }[] {
  const cells = xml.matchAll(/<(?:\w+:)?c\b([^>]*[^>/])>([\s\S]*?)<\/(?:\w+:)?c>/g)
  return [...cells].flatMap(([, attributes = '', content = '']) => {
    const isError = /\bt\s*=\s*["']e["']/.test(attributes)
    const value = /<(?:\w+:)?v\b[^>]*>([^<]*)</.exec(content)?.[1]
    const isOpen = value === undefined && /<(?:\w+:)?f\b/.test(content)
    const place = isError || isOpen ? placeOf(attributeOf(` ${attributes}`, 'r')) : undefined
    return place === undefined ? [] : [{ ...place, text: isError ? (value ?? failedCell) : failedCell }]
  })
}

/** What is put for a formula without a result. */
const failedCell = '#VALUE!'

/** Whether a text is what a failed formula shows. */
export function isFailedFormula(text: string): boolean {
  return /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/.test(text.trim())
}

function refuseVast(xml: string): void {
  let [rows, columns] = [0, 0]
  for (const [, row] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?\br\s*=\s*["'](\d+)/g)) rows = Math.max(rows, Number(row))
  // A cell that only has a format ends in its own tag and takes no room.
  for (const [, name] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br\s*=\s*["'](\w+)["'](?:[^>]*[^>/])?>/g)) {
    const place = placeOf(name ?? '')
    rows = Math.max(rows, (place?.row ?? 0) + 1)
    columns = Math.max(columns, (place?.column ?? 0) + 1)
  }
  if (rows > sheetLimits.rows || rows * columns > sheetLimits.cells) {
    throw new ArchiveFault(`一张表有 ${rows} 行、${columns} 列，不会是事项目录，没有打开`)
  }
}

/** The place of a cell by its name, as in `AB12`, from 0. */
function placeOf(name: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name)
  if (match === null) return undefined
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(match[2]) - 1, column: column - 1 }
}

function tagsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag)
}

function attributeOf(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag) ?? []
  const plain: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return value.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => plain[entity] ?? '')
}
