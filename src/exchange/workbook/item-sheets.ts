import { labels } from '../../domain/labels.ts'
import { coded, codes, day, duration, lines, mainLimit, name, needed, prose, unsaid, words, yes } from './cell-kinds.ts'
import { citations } from './citations.ts'
import { basisColumns, ofItem, partColumns, provenanceColumns } from './shared-columns.ts'
import { type Column, column, leading, type Sheet } from './sheet.ts'

const audienceWords = {
  自然人: 'citizen',
  公民: 'citizen',
  企业法人: 'enterprise',
  事业法人: 'institution',
  社会组织法人: 'social-organisation',
}
const types = {
  非行政许可: 'non-licensing-approval',
  行政备案: 'filing',
  其他权力: 'other-power',
  其他: 'other-service',
}

const also = (heading: Column, ...others: string[]): Column => ({ ...heading, also: others })

/** 事项: one row an item. Headings are those of published lists, with the words that other offices use for the same. */
const itemColumns: readonly Column[] = [
  also(column('编码', 'code', { ...needed, blank: unsaid }, 12), '事项编码', '项目编码', '事项编号', '项目编号'),
  also(
    column('事项名称', 'name', needed, 36),
    '项目名称',
    '审批事项',
    '审批事项名称',
    '审批项目名称',
    '行政审批项目名称',
    '行政审批事项名称',
    '权力名称',
  ),
  { ...also(column('子项名称', 'subName', name), '子项'), onlyRead: true },
  also(column('机构代码', 'agency', { ...needed, blank: unsaid }, 10), '部门代码', '单位代码'),
  also(
    column('机构', 'agencyName', { ...name, blank: unsaid }, 24),
    '机构名称',
    '实施机关',
    '实施部门',
    '实施主体',
    '实施机构',
    '审批部门',
    '审批机关',
    '部门',
    '单位',
    '承接部门',
  ),
  also(
    column('事项类型', 'type', coded(labels.type, types), 14),
    '类别',
    '项目类别',
    '事项类别',
    '审批类别',
    '权力类型',
  ),
  column('办理方式', 'handlingRole', coded(labels.handlingRole), 10),
  column('主项编码', 'parent', name, 12),
  also(column('服务对象', 'audiences', codes(labels.audience, audienceWords), 16), '审批对象', '办理对象'),
  also(
    column('法定时限', 'statutoryTimeLimit', mainLimit, 14),
    '法定办结时限',
    '法定期限',
    '法定审批时限',
    '法定办理时限',
  ),
  column('法定时限说明', 'statutoryTimeLimitNote', prose, 32),
  also(
    column('承诺时限', 'promisedTimeLimit', mainLimit, 14),
    '承诺办结时限',
    '承诺期限',
    '承诺审批时限',
    '承诺办理时限',
  ),
  column('办件类型', 'caseType', coded(labels.caseType), 10),
  { ...also(column('设定依据', 'citations', citations), '设立依据', '法律依据', '审批依据'), onlyRead: true },
  column('别名', 'aliases', lines, 24),
  column('主题', 'themes', words, 16),
  column('关键词', 'keywords', words, 20),
  column('联办机构代码', 'jointAgencies', words, 14),
  also(column('承办机构', 'undertakingUnit', name, 14), '承办科室', '承办处室'),
  column('行使层级', 'exerciseLevel', coded(labels.exerciseLevel), 10),
  column('权力来源', 'powerSource', coded(labels.powerSource), 14),
  column('委托部门', 'entrustingBody', name, 20),
  column('权力清单编号', 'powerListNumber', name, 14),
  column('基本编码', 'catalogCode', name, 14),
  column('实施编码', 'implementationCode', name, 34),
  column('延长期限', 'extension', duration, 14),
  column('延长批准人', 'extension/approvedBy', name, 14),
  column('延长依据', 'extension/basis', prose, 24),
  leading('压缩例外理由', 'compressionException/reason', prose, 24),
  column('压缩例外批准', 'compressionException/approvedBy', name, 20),
  leading('数量限制', 'quantityLimit/text', prose, 16),
  column('数量分配方式', 'quantityLimit/allocation', prose, 20),
  ...provenanceColumns,
  column('流程图源文', 'mermaid', prose, 20),
]

const list = (sheet: string, at: string, columns: readonly Column[]): Sheet => ({
  name: sheet,
  document: 'item',
  at,
  isList: true,
  columns: [...ofItem, ...columns],
})

/** The item and the lists that are fields of its own. */
export const itemSheets: readonly Sheet[] = [
  { name: '事项', document: 'item', at: '', isList: false, columns: itemColumns },
  list('法律依据', 'legalBases', basisColumns('')),
  list('特别程序', 'specialProcedures', [
    column('特别程序', 'kind', coded(labels.specialProcedure), 12),
    column('所需时间', 'limit', duration, 14),
    column('计入时限', 'counted', yes, 10),
    column('依据', 'basis', prose, 24),
    column('说明', 'note', prose, 32),
  ]),
  list('历次时限', 'formerLimits', [
    column('截至', 'until', { ...day, blank: unsaid }, 12),
    column('法定时限', 'statutory', duration, 14),
    column('承诺时限', 'promised', duration, 14),
  ]),
  list('分项来源', 'provenance/parts', partColumns),
]
