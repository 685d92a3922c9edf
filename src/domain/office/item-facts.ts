import type { ApprovalItem } from '../../schema/types.ts'

/**
 * What the reform office keeps of an item by itself, in the order of its form.
 *
 * Name, agency, type and state come from adjustment decisions alone; the guide comes from its editions.
 */
export const itemFactFields = [
  'catalogCode',
  'implementationCode',
  'powerListNumber',
  'parent',
  'handlingRole',
  'jointAgencies',
  'exerciseLevel',
  'powerSource',
  'entrustingBody',
  'statutoryTimeLimit',
  'statutoryTimeLimitNote',
  'themes',
  'legalBases',
] as const satisfies readonly (keyof ApprovalItem)[]
export type ItemFactField = (typeof itemFactFields)[number]
export type ItemFacts = Pick<ApprovalItem, ItemFactField>

export const itemFactLabels: Readonly<Record<ItemFactField, string>> = {
  catalogCode: '基本编码',
  implementationCode: '实施编码',
  powerListNumber: '权力清单编号',
  parent: '主项',
  handlingRole: '办理方式',
  jointAgencies: '联办机构',
  exerciseLevel: '行使层级',
  powerSource: '权力来源',
  entrustingBody: '委托部门',
  statutoryTimeLimit: '法定时限',
  statutoryTimeLimitNote: '法定时限说明',
  themes: '主题',
  legalBases: '设定依据',
}
