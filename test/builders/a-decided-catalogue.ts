import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { smallItems, writeSmallCatalogue } from './a-small-catalogue.ts'

/** A name that would act if a page printed it unescaped. */
export const hostileName = '<script>alert("甲")</script>许可'
/** The same for a title. */
export const hostileTitle = '关于<img src=x onerror=alert(1)>调整的决定'

const item = (code: string, name: string, type = 'licensing') => ({
  code,
  name,
  agency: code.slice(0, 3),
  type,
  audiences: ['enterprise'],
  statutoryTimeLimit: { amount: 20, unit: 'working-day' },
  promisedTimeLimit: { amount: 6, unit: 'working-day' },
  legalBases: [{ law: '企业投资项目核准和备案管理条例', articles: ['第三条'], for: 'item' }],
  guide: { conditions: ['有固定场所'], materials: [{ name: '申请书' }], visits: 1 },
})

const items = [
  item('fgw-010', '粮食收购资格认定(旧)'),
  item('fgw-011', '价格认证'),
  item('fgw-012', '工程招标核准'),
  item('fgw-013', '工程招标方案备案', 'filing'),
  item('fgw-014', '工程招标核准和备案'),
  item('fgw-015', '政府投资计划审核', 'non-licensing-approval'),
  item('fgw-016', '成品油经营初审'),
  item('fgw-017', '节能评估审查'),
  item('fgw-018', '外商投资核准'),
  item('fgw-019', hostileName),
  item('gsj-010', '广告经营许可'),
  item('gsj-011', '个体登记'),
  item('gsj-012', '个体设立登记'),
  item('gsj-013', '个体变更登记'),
  item('gsj-014', '价格标识监制'),
]

const decisions = [
  {
    id: '2014-05-04-17',
    title: '湘潭市拟取消和调整的行政审批项目目录',
    issuer: '湘潭市人民政府',
    stage: 'adopted',
    basis: ['国务院关于取消和下放行政审批项目的决定'],
    consultations: [{ body: '市监察局', on: '2014-04-20', opinion: '同意' }],
    adoptedOn: '2014-05-04',
    adoptedBy: '市政府第17次常务会议',
    effectiveOn: '2014-05-04',
    declared: { cancel: 2, delegate: 1, merge: 1, undertake: 1 },
    inTransit: '施行前已受理的申请由原机关继续办结',
    actions: [
      { action: 'cancel', item: 'fgw-010', reason: '国务院已取消', supervision: '加强事中事后监管' },
      { action: 'cancel', item: 'fgw-019', reason: '上级已取消', supervision: '抽查' },
      { action: 'delegate', item: 'fgw-011', to: ['xiangxiang'], mode: 'direct' },
      { action: 'merge', items: ['fgw-012', 'fgw-013'], into: 'fgw-014', reason: '内容相近' },
      { action: 'undertake', item: 'gsj-010', from: '示例省工商局', superiorNumber: '示例〔2014〕0号', mode: 'direct' },
    ],
  },
  {
    id: '2015-06-01-01',
    title: hostileTitle,
    documentNumber: '示例〔2015〕0号',
    issuer: '湘潭市人民政府',
    stage: 'published',
    adoptedOn: '2015-05-20',
    publishedOn: '2015-05-25',
    effectiveOn: '2015-06-01',
    inTransit: '原机关继续办结',
    actions: [
      { action: 'reclassify', item: 'fgw-015', to: 'internal-approval' },
      { action: 'split', item: 'gsj-011', into: ['gsj-012', 'gsj-013'] },
      { action: 'suspend', item: 'fgw-016', until: null, reason: '等待上级文件' },
      {
        action: 'cancel',
        item: 'fgw-017',
        reason: '部分取消',
        supervision: '抽查',
        scope: 'partial',
        kept: '年耗能五千吨以上的项目',
      },
      { action: 'rename', item: 'fgw-018', to: '外商投资项目核准' },
      { action: 'transfer', item: 'gsj-014', to: 'fgw' },
    ],
  },
  {
    id: '2015-09-01-01',
    title: '后来撤销的决定',
    issuer: '湘潭市人民政府',
    stage: 'revoked',
    adoptedOn: '2015-09-01',
    effectiveOn: '2015-09-01',
    revokedOn: '2015-10-01',
    inTransit: '原机关继续办结',
    actions: [{ action: 'cancel', item: 'fgw-002', reason: '上级已取消', supervision: '抽查' }],
  },
  {
    id: '2016-01-01-01',
    title: '还在拟订的决定',
    issuer: '湘潭市人民政府',
    stage: 'draft',
    actions: [{ action: 'cancel', item: 'fgw-001', reason: '示例', supervision: '抽查' }],
  },
]

/** Codes of all items of the catalogue below. */
export const decidedItems = [...smallItems, ...items].map(({ code }) => code)

/** Ids of all its decisions. */
export const decidedDecisions = decisions.map(({ id }) => id)

/** Writes the small catalogue with more items and decisions of every kind of action into a new temporary folder and answers the folder. */
export function writeDecidedCatalogue(): string {
  const folder = writeSmallCatalogue()
  for (const body of items) write(join(folder, 'items', body.agency, `${body.code}.yaml`), body)
  for (const body of decisions) write(join(folder, 'decisions', `${body.id}.yaml`), body)
  return folder
}

function write(path: string, document: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`)
}
