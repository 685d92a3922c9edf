import { labels } from '../../domain/labels.ts'
import { coded, count, day, days, name, needed, prose, words } from './cell-kinds.ts'
import { provenanceColumns } from './shared-columns.ts'
import { column, type Sheet } from './sheet.ts'

const natures = { statutory: '法定机关', authorised: '授权组织', entrusted: '受委托组织', other: '其他' } as const

/** The lists of agencies and of laws. */
export const registerSheets: readonly Sheet[] = [
  {
    name: '部门',
    document: 'agencies',
    at: 'agencies',
    isList: true,
    columns: [
      { ...column('机构代码', 'code', needed, 10), also: ['部门代码'] },
      { ...column('机构名称', 'name', needed, 32), also: ['部门名称'] },
      column('简称', 'shortName', name, 16),
      column('类别', 'category', coded(labels.agencyCategory), 12),
      column('性质', 'nature', coded(natures), 12),
      column('起日', 'from', day, 12),
      column('止日', 'to', day, 12),
      column('承接机构代码', 'successor', name, 12),
      column('备注', 'note', prose, 32),
      column('权力清单编号', 'powers', words, 20),
      ...provenanceColumns,
    ],
  },
  {
    name: '法律',
    document: 'laws',
    at: 'laws',
    isList: true,
    columns: [
      column('名称', 'title', needed, 36),
      column('全称', 'fullTitle', name, 40),
      column('种类', 'kind', coded(labels.lawKind), 12),
      column('制定机关', 'issuer', name, 20),
      column('文号', 'documentNumber', name, 20),
      column('施行日期', 'inForceFrom', day, 12),
      column('修改日期', 'amendedOn', days, 24),
      column('废止日期', 'repealedOn', day, 12),
      column('替代文件', 'replacedBy', name, 32),
      column('条数', 'articleCount', count, 8),
      ...provenanceColumns,
    ],
  },
]
