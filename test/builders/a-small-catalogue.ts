import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const workingDays = (amount: number) => ({ amount, unit: 'working-day' })
const calendarDays = (amount: number) => ({ amount, unit: 'calendar-day' })

const procedure = {
  lanes: [
    { id: 'applicant', name: '申请人' },
    { id: 'window', name: '政务中心窗口' },
  ],
  steps: [
    { id: 'apply', name: '提交申请', kind: 'start', lane: 'applicant' },
    { id: 'accept', name: '材料齐全？', kind: 'decision', lane: 'window', limit: workingDays(1), post: '窗口工作人员' },
    { id: 'grant', name: '颁发证件', kind: 'end', lane: 'window', outcome: 'granted' },
    { id: 'refuse', name: '不予受理', kind: 'end', lane: 'window', outcome: 'not-accepted' },
  ],
  flows: [
    { from: 'apply', to: 'accept' },
    { from: 'accept', to: 'grant', when: '是' },
    { from: 'accept', to: 'refuse', when: '否' },
  ],
}

const law = '企业投资项目核准和备案管理条例'
const licence = { type: 'licensing', audiences: ['enterprise'], themes: ['投资立项'] }

/** The items of the small catalogue: one for each way to be in and out of the one-third check. */
export const smallItems: readonly { code: string; agency: string; [field: string]: unknown }[] = [
  {
    code: 'fgw-001',
    name: '企业投资项目核准',
    aliases: ['办项目核准'],
    agency: 'fgw',
    ...licence,
    legalBases: [
      { law, articles: ['第三条'] },
      { law, articles: ['第十条'], for: 'limit' },
    ],
    statutoryTimeLimit: workingDays(20),
    promisedTimeLimit: workingDays(6),
    extension: { amount: 10, unit: 'working-day', approvedBy: '本机关负责人' },
    specialProcedures: [
      { kind: 'expert-review', limit: calendarDays(30), counted: false, basis: '行政许可法第四十五条' },
    ],
    guide: {
      scope: '本市企业投资项目。',
      conditions: ['符合产业政策'],
      materials: [{ name: '项目申请报告' }],
      visits: 1,
    },
    procedure,
  },
  {
    code: 'fgw-002',
    name: '企业投资项目备案',
    agency: 'fgw',
    ...licence,
    type: 'filing',
    statutoryTimeLimit: calendarDays(7),
    promisedTimeLimit: workingDays(3),
  },
  {
    code: 'fgw-003',
    name: '价格咨询',
    agency: 'fgw',
    type: 'public-service',
    audiences: ['citizen'],
    themes: ['咨询'],
  },
  {
    code: 'gsj-001',
    name: '企业设立登记',
    agency: 'gsj',
    type: 'confirmation',
    audiences: ['enterprise', 'citizen'],
    themes: ['开办企业'],
    statutoryTimeLimit: { amount: 1, unit: 'month' },
    promisedTimeLimit: workingDays(7),
    mermaid: 'flowchart TD\n  a[提交] --> b[领照]\n',
  },
  {
    code: 'gsj-002',
    name: '营业执照遗失补领',
    agency: 'gsj',
    ...licence,
    statutoryTimeLimit: { unit: 'instant' },
    promisedTimeLimit: { unit: 'instant' },
    caseType: 'instant',
  },
  { code: 'gsj-003', name: '广告发布登记', agency: 'gsj', ...licence, statutoryTimeLimit: workingDays(10) },
  {
    code: 'gsj-004',
    name: '外资企业登记转报',
    agency: 'gsj',
    ...licence,
    handlingRole: 'relay',
    statutoryTimeLimit: workingDays(10),
    promisedTimeLimit: workingDays(2),
  },
]

const documents: Readonly<Record<string, unknown>> = {
  'policy.yaml': {
    city: { name: '湘潭市', region: 'xiangtan' },
    compression: { numerator: 1, denominator: 3 },
    themes: ['开办企业', '投资立项', '咨询', '暂无事项的主题'],
  },
  'regions.yaml': {
    city: { code: 'xiangtan', name: '湘潭市' },
    regions: [{ code: 'xiangxiang', name: '湘乡市', kind: 'county-city' }],
  },
  'agencies.yaml': {
    agencies: [
      { code: 'gsj', name: '湘潭市工商行政管理局', shortName: '市工商局' },
      { code: 'fgw', name: '湘潭市发展和改革委员会', shortName: '市发改委' },
    ],
  },
  'laws.yaml': { laws: [{ title: law, kind: 'administrative-regulation' }] },
}

/** Writes a small, complete catalogue into a new temporary folder (JSON is YAML too) and answers the folder. */
export function writeSmallCatalogue(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'banshi-')), 'catalog')
  for (const [path, document] of Object.entries(documents)) write(join(folder, path), document)
  for (const item of smallItems) write(join(folder, 'items', item.agency, `${item.code}.yaml`), item)
  return folder
}

function write(path: string, document: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(document, null, 2)}\n`)
}
