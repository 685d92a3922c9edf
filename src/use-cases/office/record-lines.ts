import type { RecordEntry } from '../../domain/office/record.ts'
import { wordsOfAction } from '../../domain/office/record-words.ts'

/** What the record is written out as. */
export const recordFormats = ['csv', 'jsonl'] as const
export type RecordFormat = (typeof recordFormats)[number]

const columns = [
  '编号',
  '时间',
  '操作人',
  '角色',
  '来自',
  '操作',
  '操作代码',
  '对象',
  '改前摘要',
  '改后摘要',
  '说明',
  '前一条摘要',
  '摘要',
]

/** The record as text, one piece an entry, each with its line end. JSON lines hold all that the digests are made of. */
export async function* linesOfRecord(entries: AsyncIterable<RecordEntry>, format: RecordFormat): AsyncIterable<string> {
  // The mark tells Excel that it is UTF-8.
  if (format === 'csv') yield `\uFEFF${columns.join(',')}\r\n`
  for await (const entry of entries) yield format === 'csv' ? csvLine(entry) : `${JSON.stringify(entry)}\n`
}

function csvLine(entry: RecordEntry): string {
  const { number, at, actor, role, from, action, subject, before, after, facts, previous, digest } = entry
  const words = Object.entries(facts).map(([name, value]) => `${name}: ${value}`)
  const cells = [number, at, actor, role, from, wordsOfAction(action), action, subject, before, after, words.join('; ')]
  return `${[...cells, previous, digest].map(csvCell).join(',')}\r\n`
}

/** RFC 4180. What a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(value: string | number | null): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
