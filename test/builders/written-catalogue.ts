import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** An item by its four required fields. */
export const itemText = 'code: fgw-001\nname: 企业投资项目核准\nagency: fgw\ntype: licensing\n'
/** The smallest procedure, as the last field of an item. */
export const procedureText = `procedure:
  lanes:
    - { id: window, name: 窗口 }
  steps:
    - { id: apply, name: 申请, kind: start, lane: window }
    - { id: grant, name: 发证, kind: end, lane: window, outcome: granted }
  flows:
    - { from: apply, to: grant }
`
/** A whole catalogue as text, by path: two agencies with an item each. */
export const writtenCatalogue: Record<string, string> = {
  'policy.yaml': 'city: { name: 示例市, region: shili }\ncompression: { numerator: 1, denominator: 3 }\n',
  'regions.yaml': 'city: { code: shili, name: 示例市 }\nregions:\n  - { code: jia-xian, name: 甲县, kind: county }\n',
  'agencies.yaml': 'agencies:\n  - { code: fgw, name: 发改委 }\n  - { code: gsj, name: 工商局 }\n',
  'laws.yaml': 'laws:\n  - { title: 行政许可法, kind: law }\n',
  'items/fgw/fgw-001.yaml': `${itemText}legalBases:\n  - { law: 行政许可法 }\n${procedureText}`,
  'items/gsj/gsj-001.yaml': 'code: gsj-001\nname: 企业登记\nagency: gsj\ntype: licensing\n',
}

/** Writes one file of a catalogue, with the folders it lies in. */
export async function putFile(folder: string, path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** Writes the whole catalogue above into a folder. */
export async function writeCatalogue(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(writtenCatalogue)) await putFile(folder, path, text)
}
