import { labels } from '../../domain/labels.ts'
import { coded, day, lines, name, needed, prose, words, yes } from './cell-kinds.ts'
import { type Column, column, leading } from './sheet.ts'

/** The columns by which a row of another sheet belongs to its item; the name is for its reader. */
export const ofItem: readonly Column[] = [
  { ...column('事项编码', 'code', needed, 12), also: ['编码'] },
  column('事项名称', null, name, 32),
]

/** The columns by which a row belongs to its decision. */
export const ofDecision: readonly Column[] = [
  { ...column('决定编号', 'id', needed, 18), also: ['编号'] },
  column('决定名称', null, name, 36),
]

/** A legal basis in five columns; `at`: the field that holds it, empty for the entry itself. */
export function basisColumns(at: string): Column[] {
  const inside = (field: string) => (at === '' ? field : `${at}/${field}`)
  return [
    at === '' ? column('依据', 'law', needed, 32) : leading('依据', inside('law'), name, 32),
    column('依据条款', inside('articles'), words, 20),
    column('依据用途', inside('for'), coded(labels.basisFor), 10),
    column('依据文本日期', inside('textVersion'), day, 13),
    column('依据已核对', inside('verified'), yes, 10),
  ]
}

/** A file by name and address. */
export function attachmentColumns(heading: string, at: string): Column[] {
  return [leading(heading, `${at}/name`, name, 24), column(`${heading}网址`, `${at}/url`, name, 24)]
}

/** Where the facts come from. */
export const provenanceColumns: readonly Column[] = [
  column('事实来源', 'provenance/facts', coded(labels.facts), 12),
  column('是否核对', 'provenance/verified', yes, 10),
  column('来源说明', 'provenance/note', prose, 32),
  column('来源', 'provenance/source', name, 20),
]

/** Fields whose facts come from elsewhere. */
export const partColumns: readonly Column[] = [
  column('字段', 'pointers', lines, 28),
  column('事实来源', 'facts', coded(labels.facts), 12),
  column('是否核对', 'verified', yes, 10),
  column('来源说明', 'note', prose, 32),
]
