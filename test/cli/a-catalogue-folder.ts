import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A small catalogue as its files: one item that keeps the target, one that misses it. */
export const smallCatalogue: Readonly<Record<string, string>> = {
  'policy.yaml': `city: { name: 湘潭市, region: xiangtan }
compression: { numerator: 1, denominator: 3, rounding: floor, handlingRoles: [own, first-review, joint] }
conversion: { calendarDay: 5/7, month: "21", year: "250", hour: 1/8 }
ruleProfile: "2015"
themes: [投资立项]
`,
  'regions.yaml': `city: { code: xiangtan, name: 湘潭市 }
regions: []
`,
  'agencies.yaml': `agencies:
  - { code: fgw, name: 湘潭市发展和改革委员会, shortName: 市发改委, category: municipal }
  - { code: spj, name: 湘潭市食品药品监督管理局, shortName: 市食药监局, category: municipal }
`,
  'laws.yaml': `laws:
  - { title: 食品安全法, kind: law }
`,
  'items/fgw/fgw-001.yaml': anItemFile('fgw-001', '企业投资项目核准', 7),
  'items/spj/spj-001.yaml': anItemFile('spj-001', '食品经营许可', 6, 'aliases: [开饭店]'),
}

function anItemFile(code: string, name: string, promised: number, more = ''): string {
  return `code: ${code}
name: ${name}
agency: ${code.split('-')[0]}
type: licensing
handlingRole: own
audiences: [enterprise]
themes: [投资立项]
powerSource: statutory
exerciseLevel: municipal
legalBases:
  - { law: 食品安全法, articles: [第三十五条], for: limit }
caseType: promised
statutoryTimeLimit: { amount: 20, unit: working-day }
promisedTimeLimit: { amount: ${promised}, unit: working-day }
procedure:
  lanes:
    - { id: window, name: 政务中心窗口 }
  steps:
    - { id: apply, name: 提交申请, kind: start, lane: window }
    - { id: grant, name: 颁发证件, kind: end, lane: window, outcome: granted }
  flows:
    - { from: apply, to: grant }
${more}
`
}

/** Writes files into a new folder of their own and answers its path. */
export function aFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'banshi-cli-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
