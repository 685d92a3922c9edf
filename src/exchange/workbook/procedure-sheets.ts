import { labels } from '../../domain/labels.ts'
import { coded, codedOrNothing, duration, name, needed, prose } from './cell-kinds.ts'
import { ofItem } from './shared-columns.ts'
import { type Column, column, type Sheet } from './sheet.ts'

const list = (sheet: string, at: string, columns: readonly Column[]): Sheet => ({
  name: sheet,
  document: 'item',
  at: `procedure/${at}`,
  isList: true,
  columns: [...ofItem, ...columns],
})

/** The procedure: its steps, who acts, and how one leads to the next. */
export const procedureSheets: readonly Sheet[] = [
  list('环节', 'steps', [
    column('环节标识', 'id', needed, 14),
    column('环节名称', 'name', needed, 28),
    column('环节类型', 'kind', coded(labels.stepKind), 10),
    column('泳道标识', 'lane', needed, 12),
    column('阶段', 'phase', codedOrNothing(labels.phase), 8),
    column('时限', 'limit', duration, 14),
    column('岗位', 'post', name, 16),
    column('特别程序', 'specialProcedure', codedOrNothing(labels.specialProcedure), 12),
    column('办理结果', 'outcome', codedOrNothing(labels.outcome), 10),
    column('说明', 'description', prose, 40),
  ]),
  list('泳道', 'lanes', [
    column('泳道标识', 'id', needed, 12),
    column('泳道名称', 'name', needed, 20),
    column('机构代码', 'agency', name, 10),
  ]),
  list('流向', 'flows', [
    column('从环节', 'from', needed, 14),
    column('到环节', 'to', needed, 14),
    column('条件', 'when', name, 20),
  ]),
]
