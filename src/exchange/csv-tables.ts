import { stringify } from 'csv-stringify/sync'
import { writeDuration } from '../domain/durations.ts'
import { labels } from '../domain/labels.ts'
import type { WritableDocument } from '../ports/catalogue-files.ts'
import type { ApprovalItem } from '../schema/types.ts'

type Row = readonly (string | number | null)[]

const itemHeadings = [
  '编码',
  '事项名称',
  '机构代码',
  '机构',
  '事项类型',
  '办理方式',
  '主项编码',
  '服务对象',
  '主题',
  '联办机构代码',
  '权力来源',
  '设定依据',
  '办件类型',
  '法定时限',
  '承诺时限',
  '数量限制',
  '是否收费',
  '到场次数',
  '事实来源',
  '是否核对',
]
const materialHeadings = [
  '事项编码',
  '事项名称',
  '序号',
  '材料名称',
  '材料类型',
  '形式',
  '原件数',
  '复印件数',
  '必要性',
  '来源',
  '何时需要',
]

/** Tables for spreadsheets: UTF-8 with byte order mark, RFC 4180. One row an item, one row a material. */
export function csvTables(documents: readonly WritableDocument[]): ReadonlyMap<string, string> {
  const items = documents.flatMap((entry) => (entry.kind === 'item' ? [entry.document] : []))
  const agencies = documents.flatMap((entry) => (entry.kind === 'agencies' ? entry.document.agencies : []))
  const names = new Map(agencies.map(({ code, name }) => [code, name]))
  return new Map([
    [
      'items.csv',
      tableOf(
        itemHeadings,
        items.map((item) => rowOf(item, names.get(item.agency) ?? null)),
      ),
    ],
    ['materials.csv', tableOf(materialHeadings, items.flatMap(rowsOfMaterials))],
  ])
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it: opening a catalogue must not run anything. */
function tableOf(headings: readonly string[], rows: readonly Row[]): string {
  return stringify([[...headings], ...rows.map((row) => [...row])], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

function rowOf(item: ApprovalItem, agencyName: string | null): Row {
  return [
    item.code,
    item.name,
    item.agency,
    agencyName,
    labels.type[item.type],
    labels.handlingRole[item.handlingRole],
    item.parent,
    item.audiences.map((audience) => labels.audience[audience]).join('、'),
    item.themes.join('、'),
    item.jointAgencies.join('、'),
    labels.powerSource[item.powerSource],
    item.legalBases.map(({ law, articles }) => `《${law}》${articles.join('、')}`).join('；'),
    labels.caseType[item.caseType],
    writeDuration(item.statutoryTimeLimit),
    writeDuration(item.promisedTimeLimit),
    item.quantityLimit?.text ?? '无',
    item.guide ? (item.guide.fees.length > 0 ? '是' : '否') : null,
    item.guide?.visits ?? null,
    labels.facts[item.provenance.facts],
    item.provenance.verified ? '是' : '否',
  ]
}

function rowsOfMaterials({ code, name, guide }: ApprovalItem): Row[] {
  return (guide?.materials ?? []).map((material, index) => [
    code,
    name,
    index + 1,
    material.name,
    labels.materialKind[material.kind],
    labels.materialForm[material.form],
    material.originals,
    material.copies,
    material.necessity && labels.necessity[material.necessity],
    labels.materialSource[material.source],
    material.when,
  ])
}
