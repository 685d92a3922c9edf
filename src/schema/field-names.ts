import type { SchemaNode } from './schema-files.ts'
import { resolveSchema } from './schema-files.ts'

/** Chinese names of fields whose description in the schema is in English. */
const names: Readonly<Record<string, string>> = {
  action: '调整方式',
  actions: '调整事项',
  address: '地址',
  agencies: '机构',
  agency: '机构代码',
  aliases: '别名',
  amount: '数量',
  answer: '回答',
  approvedBy: '批准人',
  basis: '依据',
  body: '被征求意见的单位',
  city: '城市',
  code: '编码',
  compression: '压缩目标',
  denominator: '分母',
  effectiveOn: '施行日期',
  facts: '事实来源',
  flows: '流向',
  from: '起点',
  id: '标识',
  into: '合并或拆分后的事项',
  issuer: '发布单位',
  item: '事项编码',
  items: '事项编码列表',
  kind: '种类',
  lane: '泳道',
  lanes: '泳道',
  law: '法律法规名称',
  laws: '法律法规',
  name: '名称',
  numerator: '分子',
  pointers: '所指字段',
  question: '问题',
  reason: '理由',
  region: '区划代码',
  regions: '区划',
  stage: '阶段',
  steps: '环节',
  text: '内容',
  title: '标题',
  to: '去向',
  type: '类型',
  unit: '单位',
  value: '内容',
  way: '方式',
}

/** A field as the reader should see it: `promisedTimeLimit（承诺时限）`, or the bare key where no Chinese name is known. */
export function nameField(key: string, schema: SchemaNode | undefined): string {
  const chinese = findChineseName(key, schema)
  return chinese ? `${key}（${chinese}）` : key
}

/** The Chinese name of a field: at the head of its description, or in the table above. */
export function findChineseName(key: string, schema: SchemaNode | undefined): string | undefined {
  return chineseIn(schema?.description) ?? chineseIn(schema && resolveSchema(schema).description) ?? names[key]
}

/** The name at the head of a description, as in `G8 申请条件: granted when all hold`; lists of code labels are not names. */
function chineseIn(description: string | undefined): string | undefined {
  if (!description || description.includes('·')) return undefined
  return /^(?:[GE][0-9]+[a-z]? )?([\p{Script=Han}（）]{2,20})/u.exec(description)?.[1]
}
