import { labels } from '../../src/domain/labels.ts'
import type { DecisionRow } from '../../src/use-cases/use-cases.ts'
import { writeDay } from '../parts/day.tsx'
import {
  actionColumn,
  agency,
  audiences,
  counterpart,
  counterpartAgency,
  fee,
  itemName,
  legalBases,
  mainName,
  number,
  promisedLimit,
  remark,
  statutoryLimit,
  subName,
  type,
} from './columns.ts'
import type { Column, OfficialLine } from './table.ts'

/** One official table: the rows it holds and its columns, as governments print them. */
export interface Layout {
  /** Word in addresses. */
  id: string
  /** Word in headings, as in 取消的行政审批项目. */
  verb: string
  holds(row: DecisionRow): boolean
  columns: readonly Column[]
}

const has =
  (name: DecisionRow['action']['action']) =>
  ({ action }: DecisionRow) =>
    action.action === name
const isInternal = ({ action }: DecisionRow) => action.action === 'reclassify' && action.to === 'internal-approval'
const rowOf = (line: OfficialLine) => String(line.number)
const reasonAndNote = ({ reason, note }: { reason: string | null; note: string | null }) =>
  [reason, note].filter((text) => text !== null)
const superiorOf = ({ row }: OfficialLine) => (row?.action.action === 'undertake' ? row.action.from : '')
const scopeWords = ({ scope, kept }: { scope: 'full' | 'partial'; kept: string | null }) =>
  scope === 'full' ? '全部' : `部分；市级保留：${kept ?? '未注明'}`
const modeWords = (mode: 'direct' | 'entrusted' | null) => (mode === null ? null : labels.handoverMode[mode])

/** 保留目录, also of the whole city on a day. */
export const retainedColumns: readonly Column[] = [
  number,
  mainName,
  subName,
  agency('实施部门', 11),
  type('类别', 8),
  legalBases(15),
  audiences,
  statutoryLimit,
  promisedLimit,
  fee,
  remark(6),
]

/** The tables of a decision, in the order in which the directory of adjusted items has them; 取消 has a directory of its own. */
export const layouts: readonly Layout[] = [
  {
    id: 'cancel',
    verb: '取消',
    holds: has('cancel'),
    columns: [
      number,
      { ...itemName, width: 17 },
      agency('实施部门', 12),
      type('项目类别', 8),
      legalBases(17),
      actionColumn('取消理由', 15, ['cancel', ({ reason }) => reason]),
      actionColumn('后续监管措施', 18, ['cancel', ({ supervision }) => supervision]),
      remark(8, ({ row }) =>
        row?.action.action === 'cancel' && row.action.scope === 'partial'
          ? `部分取消，保留：${row.action.kept ?? '未注明'}`
          : null,
      ),
    ],
  },
  {
    id: 'delegate',
    verb: '下放',
    holds: has('delegate'),
    columns: [
      number,
      { ...itemName, width: 16 },
      agency('原实施部门', 11),
      actionColumn('下放后实施部门（县市区）', 13, [
        'delegate',
        (_action, { row }) => row?.receivers.join('、') ?? null,
      ]),
      actionColumn('下放方式', 6, ['delegate', ({ mode }) => modeWords(mode)]),
      legalBases(16),
      actionColumn('下放范围', 9, ['delegate', scopeWords]),
      actionColumn('监管措施', 16, ['delegate', ({ supervision }) => supervision]),
      remark(8, ({ row }) =>
        row?.action.action === 'delegate' && row.action.handoverOn !== null
          ? `${shortDay(row.action.handoverOn)}移交`
          : null,
      ),
    ],
  },
  {
    id: 'undertake',
    verb: '承接',
    holds: has('undertake'),
    columns: [
      number,
      itemName,
      { ...actionColumn('原审批部门', 13, ['undertake', ({ from }) => from]), sharedBy: superiorOf },
      agency('承接部门', 12),
      actionColumn('承接方式', 7, ['undertake', ({ mode }) => modeWords(mode)]),
      actionColumn('上级文件及文号', 13, ['undertake', ({ superiorNumber }) => superiorNumber]),
      legalBases(18),
      remark(12),
    ],
  },
  {
    id: 'merge',
    verb: '合并',
    holds: has('merge'),
    columns: [
      number,
      counterpart('合并后项目名称', 20),
      counterpartAgency,
      { ...itemName, heading: '原项目名称', width: 22, isName: false },
      type('原类别'),
      legalBases(18),
      { ...actionColumn('备注', 12, ['merge', reasonAndNote]), sharedBy: rowOf },
    ],
  },
  {
    id: 'split',
    verb: '拆分',
    holds: has('split'),
    columns: [
      number,
      counterpart('原项目名称', 20),
      counterpartAgency,
      { ...itemName, heading: '拆分后项目名称', width: 22, isName: false },
      type('类别'),
      legalBases(18),
      { ...actionColumn('备注', 12, ['split', reasonAndNote]), sharedBy: rowOf },
    ],
  },
  {
    id: 'create',
    verb: '新增',
    holds: has('create'),
    columns: [
      number,
      itemName,
      agency('实施部门'),
      type(),
      legalBases(22),
      actionColumn('新增理由', 16, ['create', ({ reason }) => reason]),
      remark(15),
    ],
  },
  {
    id: 'internal',
    verb: '转为政府内部审批',
    holds: isInternal,
    columns: [number, { ...itemName, width: 28 }, agency('审批部门', 18), legalBases(25), audiences, remark(14)],
  },
  {
    id: 'reclassify',
    verb: '调整类别',
    holds: (row) => has('reclassify')(row) && !isInternal(row),
    columns: [
      number,
      itemName,
      agency('实施部门'),
      type('原类别', 11),
      actionColumn('调整后类别', 11, ['reclassify', ({ to }) => labels.type[to]]),
      legalBases(25),
      remark(15),
    ],
  },
  {
    id: 'rename',
    verb: '更名',
    holds: has('rename'),
    columns: [
      number,
      { ...itemName, heading: '原项目名称', width: 27 },
      actionColumn('更名后项目名称', 27, ['rename', ({ to }) => to]),
      agency('实施部门', 16),
      type('项目类别', 10),
      remark(15),
    ],
  },
  {
    id: 'transfer',
    verb: '划转',
    holds: has('transfer'),
    columns: [
      number,
      { ...itemName, width: 28 },
      agency('原实施部门', 18),
      actionColumn('调整后实施部门', 18, ['transfer', (_action, { row }) => row?.receivingAgency ?? null]),
      type('项目类别', 12),
      remark(19),
    ],
  },
  {
    id: 'suspend',
    verb: '暂停',
    holds: has('suspend'),
    columns: [
      number,
      { ...itemName, width: 27 },
      agency('实施部门', 17),
      actionColumn('暂停到', 13, ['suspend', ({ until }) => (until === null ? '另行通知' : shortDay(until))]),
      actionColumn('理由', 22, ['suspend', ({ reason }) => reason]),
      remark(16),
    ],
  },
  {
    id: 'resume',
    verb: '恢复',
    holds: has('resume'),
    columns: [
      number,
      { ...itemName, width: 30 },
      agency('实施部门', 20),
      actionColumn('理由', 25, ['resume', ({ reason }) => reason]),
      remark(20),
    ],
  },
  { id: 'retain', verb: '保留', holds: has('retain'), columns: retainedColumns },
]

/** A day without its weekday, as narrow cells have it. */
function shortDay(day: string): string {
  return writeDay(day).replace(/（.*$/, '')
}
