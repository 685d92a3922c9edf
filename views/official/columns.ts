import { writeDuration } from '../../src/domain/durations.ts'
import { labels } from '../../src/domain/labels.ts'
import type { Action, RowItem } from '../../src/use-cases/use-cases.ts'
import type { CellText, Column, OfficialLine } from './table.ts'

type Name = Action['action']
type ActionOf<A extends Name> = Extract<Action, { action: A }>

/** What the row's action says, where it is of that kind. */
function say<A extends Name>({ row }: OfficialLine, name: A, words: (action: ActionOf<A>) => CellText): CellText {
  return row?.action.action === name ? words(row.action as ActionOf<A>) : null
}

const agencyOf = ({ item }: OfficialLine) => item.agencyName
const rowOf = ({ number }: OfficialLine) => String(number)
const subItem = ({ name, parentName }: RowItem) => (parentName === null ? name : `${parentName}（子项：${name}）`)
const basesOf = ({ legalBases }: RowItem) =>
  legalBases
    .filter((basis) => basis.for === 'item')
    .map(({ law, articles }) => `${/号$/.test(law) ? law : `《${law}》`}${articles.join('、')}`)

export const number: Column = { heading: '序号', width: 5, cell: rowOf, sharedBy: rowOf }
export const itemName: Column = { heading: '项目名称', width: 20, cell: ({ item }) => subItem(item), isName: true }
export const agency = (heading: string, width = 13): Column => ({
  heading,
  width,
  cell: agencyOf,
  sharedBy: agencyOf,
})
export const type = (heading = '项目类别', width = 9): Column => ({
  heading,
  width,
  cell: ({ item }) => item.typeLabel,
})
export const legalBases = (width = 18): Column => ({
  heading: '设定依据',
  width,
  cell: ({ item }) => basesOf(item),
})
export const audiences: Column = {
  heading: '审批对象',
  width: 10,
  cell: ({ item }) => item.audiences.map((audience) => labels.audience[audience]).join('、'),
}

/** 备注: the row's own note, after what the other columns cannot say. */
export const remark = (width = 11, more: (line: OfficialLine) => CellText = () => null): Column => ({
  heading: '备注',
  width,
  cell: (line) => [more(line), line.row?.action.note ?? null].flat().filter((text) => text !== null),
})

/** A column whose cell the action says. */
export function actionColumn<A extends Name>(
  heading: string,
  width: number,
  [name, words]: [A, (action: ActionOf<A>, line: OfficialLine) => CellText],
): Column {
  return { heading, width, cell: (line) => say(line, name, (action) => words(action, line)) }
}

/** The item on the other side of a merge or split: one cell for the whole row. */
export const counterpart = (heading: string, width: number): Column => ({
  heading,
  width,
  cell: ({ counterpart: other }) => other && subItem(other),
  sharedBy: rowOf,
  isName: true,
})
export const counterpartAgency: Column = {
  heading: '实施部门',
  width: 14,
  cell: ({ counterpart: other, item }) => (other ?? item).agencyName,
  sharedBy: ({ counterpart: other, item }) => (other ?? item).agencyName,
}

/** The main item and the item itself, each in its own column, where a directory has both. */
export const mainName: Column = {
  heading: '项目名称',
  width: 17,
  cell: ({ item }) => item.parentName ?? item.name,
  isName: true,
}
export const subName: Column = {
  heading: '子项名称',
  width: 8,
  cell: ({ item }) => (item.parentName === null ? null : item.name),
}
export const statutoryLimit: Column = {
  heading: '法定时限',
  width: 7,
  cell: ({ item }) => (item.statutoryTimeLimit === null ? '无' : writeDuration(item.statutoryTimeLimit)),
}
export const promisedLimit: Column = {
  heading: '承诺时限',
  width: 7,
  cell: ({ item }) => (item.promisedTimeLimit === null ? '无' : writeDuration(item.promisedTimeLimit)),
}
export const fee: Column = {
  heading: '收费情况',
  width: 6,
  cell: ({ item }) => (item.hasFee === null ? null : item.hasFee ? '收费' : '不收费'),
}
