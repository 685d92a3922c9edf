import { labels } from '../../domain/labels.ts'
import {
  type CellKind,
  coded,
  codedOrNothing,
  count,
  day,
  lines,
  name,
  needed,
  prose,
  unsaid,
  words,
} from './cell-kinds.ts'
import { ofDecision, partColumns, provenanceColumns } from './shared-columns.ts'
import { type Column, column, type Sheet } from './sheet.ts'

type Entry = Readonly<Record<string, unknown>>

/** What does not belong to an action is not one of its fields: a blank cell leaves it out. */
const orNothing = (kind: CellKind): CellKind => ({ ...kind, blank: unsaid })

/** Codes parted by 、 where the action takes several, otherwise one. */
function oneOrMore(isMany: (entry: Entry) => boolean, one: (entry: Entry) => CellKind = () => needed): CellKind {
  const kindFor = (entry: Entry) => (isMany(entry) ? words : one(entry))
  return {
    write: (value, entry) => kindFor(entry).write(value, entry),
    read: (text, entry) => kindFor(entry).read(text, entry),
    blank: unsaid,
  }
}

const isMerge = ({ action }: Entry) => action === 'merge'
const isInto = ({ action }: Entry) => action === 'merge' || action === 'split'
const becomesMany = ({ action }: Entry) => action === 'split' || action === 'delegate'
const becomes = ({ action }: Entry) => (action === 'reclassify' ? coded(labels.type) : needed)

const scopes = { full: '全部', partial: '部分' } as const

/** 决定事项: one row an action. */
const actionColumns: readonly Column[] = [
  { ...column('调整', 'action', coded(labels.action), 10), also: ['处理决定', '调整方式'] },
  column('事项编码', (entry) => (isMerge(entry) ? 'items' : 'item'), oneOrMore(isMerge), 24),
  column('去向', (entry) => (isInto(entry) ? 'into' : 'to'), oneOrMore(becomesMany, becomes), 24),
  column('来自', 'from', needed, 24),
  column('上级文号', 'superiorNumber', orNothing(name), 20),
  column('上级发文日期', 'superiorOn', orNothing(day), 12),
  column('方式', 'mode', orNothing(codedOrNothing(labels.handoverMode)), 8),
  column('交接日期', 'handoverOn', orNothing(day), 12),
  column('暂停至', 'until', orNothing(day), 12),
  column('理由', 'reason', orNothing(prose), 28),
  column('监管措施', 'supervision', orNothing(prose), 28),
  column('范围', 'scope', coded(scopes), 8),
  column('保留内容', 'kept', orNothing(prose), 24),
  column('设定依据', 'legalBasis', orNothing(prose), 28),
  column('备注', 'note', orNothing(prose), 24),
]

/** What the document does not state is no field. */
const stated: CellKind = { ...count, blank: unsaid }

/** Adjustment decisions and their rows. */
export const decisionSheets: readonly Sheet[] = [
  {
    name: '决定',
    document: 'decision',
    at: '',
    isList: false,
    columns: [
      { ...column('编号', 'id', needed, 18), also: ['决定编号'] },
      column('名称', 'title', needed, 40),
      column('文号', 'documentNumber', name, 20),
      column('发文机关', 'issuer', needed, 20),
      column('阶段', 'stage', coded(labels.stage), 10),
      column('依据', 'basis', lines, 36),
      column('审议日期', 'adoptedOn', day, 12),
      column('审议会议', 'adoptedBy', name, 24),
      column('公布日期', 'publishedOn', day, 12),
      column('施行日期', 'effectiveOn', day, 12),
      column('撤销日期', 'revokedOn', day, 12),
      column('施行说明', 'effectiveNote', prose, 24),
      column('在途处理', 'inTransit', prose, 28),
      ...Object.entries(labels.action).map(([action, label]) =>
        column(`申报${label}`, `declared/${action}`, stated, 8),
      ),
      ...provenanceColumns,
    ],
  },
  {
    name: '决定事项',
    document: 'decision',
    at: 'actions',
    isList: true,
    columns: [...ofDecision, ...actionColumns],
  },
  {
    name: '征求意见',
    document: 'decision',
    at: 'consultations',
    isList: true,
    columns: [
      ...ofDecision,
      column('单位', 'body', needed, 24),
      column('日期', 'on', day, 12),
      column('意见', 'opinion', prose, 32),
    ],
  },
  {
    name: '部门数目',
    document: 'decision',
    at: 'declaredCounts',
    isList: true,
    columns: [
      ...ofDecision,
      column('机构代码', 'agency', needed, 10),
      column('调整前', 'opening', count, 8),
      column('调整后', 'closing', count, 8),
    ],
  },
  {
    name: '决定分项来源',
    document: 'decision',
    at: 'provenance/parts',
    isList: true,
    columns: [...ofDecision, ...partColumns],
  },
]
