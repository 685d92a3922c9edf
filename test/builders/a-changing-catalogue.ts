import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeSmallCatalogue } from './a-small-catalogue.ts'
import { aWrittenDecision } from './written-decisions.ts'

const licence = { type: 'licensing', audiences: ['enterprise'], themes: ['开办企业'] }

/** Items that decisions bring in, and some that they end. */
const furtherItems = [
  { code: 'gsj-005', name: '企业登记事项变更', agency: 'gsj', ...licence },
  { code: 'gsj-006', name: '外资企业登记', agency: 'gsj', ...licence },
  { code: 'gsj-007', name: '企业分支机构登记', agency: 'gsj', ...licence },
  { code: 'gsj-008', name: '企业名称变更', agency: 'gsj', ...licence },
  { code: 'gsj-009', name: '企业住所变更', agency: 'gsj', ...licence },
  { code: 'fgw-004', name: '拟新增的审查', agency: 'fgw', ...licence },
  { code: 'fgw-005', name: '以后才有的审查', agency: 'fgw', ...licence },
  { code: 'fgw-006', name: '政府投资年度计划', agency: 'fgw', ...licence, type: 'non-licensing-approval' },
]

/** Decisions by id, as text: two in force, one past, one to come, one revoked before it held, one draft. */
export const writtenDecisions: Readonly<Record<string, string>> = {
  '2014-05-04-17': aWrittenDecision(
    '2014-05-04-17',
    '2014-05-04',
    [
      { action: 'cancel', item: 'gsj-003', reason: '国发〔2014〕5号已取消' },
      { action: 'delegate', item: 'gsj-002', to: ['xiangxiang'] },
      { action: 'merge', items: ['gsj-004', 'gsj-007'], into: 'gsj-005' },
      { action: 'undertake', item: 'gsj-006', from: '湖南省工商行政管理局', superiorNumber: '湘政发〔2014〕14号' },
      { action: 'retain', item: 'fgw-001' },
    ],
    { title: '拟取消和调整的行政审批项目目录', declared: { cancel: 1, delegate: 1, merge: 2, undertake: 1 } },
  ),
  '2014-09-01-1': aWrittenDecision(
    '2014-09-01-1',
    '2014-09-01',
    [
      { action: 'rename', item: 'fgw-002', to: '企业投资项目告知承诺' },
      { action: 'transfer', item: 'gsj-001', to: 'fgw' },
      { action: 'suspend', item: 'fgw-003', until: '2014-12-31' },
      { action: 'reclassify', item: 'fgw-006', to: 'internal-approval' },
    ],
    { stage: 'published', documentNumber: '示政发〔2014〕21号', publishedOn: '2014-09-02' },
  ),
  '2015-06-01-1': aWrittenDecision('2015-06-01-1', '2015-06-01', [
    { action: 'split', item: 'gsj-005', into: ['gsj-008', 'gsj-009'] },
  ]),
  '2099-01-01-1': aWrittenDecision('2099-01-01-1', '2099-01-01', [{ action: 'create', item: 'fgw-005' }]),
  '2014-03-01-1': aWrittenDecision('2014-03-01-1', '2014-03-01', [{ action: 'cancel', item: 'fgw-001' }], {
    stage: 'revoked',
  }),
  '2014-03-15-1': aWrittenDecision('2014-03-15-1', '2014-03-15', [{ action: 'rename', item: 'fgw-003', to: '咨询' }], {
    stage: 'revoked',
    revokedOn: '2014-04-01',
  }),
  'draft-1': aWrittenDecision('draft-1', '2014-10-01', [{ action: 'create', item: 'fgw-004' }], { stage: 'draft' }),
}

/** Writes the small catalogue with more items and with decisions from 2014 on into a new temporary folder and answers the folder. */
export function writeChangingCatalogue(): string {
  const folder = writeSmallCatalogue()
  for (const item of furtherItems) put(folder, `items/${item.agency}/${item.code}.yaml`, JSON.stringify(item))
  for (const [id, text] of Object.entries(writtenDecisions)) put(folder, `decisions/${id}.yaml`, text)
  return folder
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), `${text}\n`)
}
