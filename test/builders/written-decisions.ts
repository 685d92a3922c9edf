import { putFile } from './written-catalogue.ts'

/** An item of an agency by its four required fields, as text. */
const anItem = (code: string) => `code: ${code}\nname: 事项${code}\nagency: ${code.split('-')[0]}\ntype: licensing\n`

/** Writes items `fgw-001` and so on into a catalogue folder. */
export async function writeItems(folder: string, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, index) => `fgw-${String(index + 1).padStart(3, '0')}`)
  for (const code of codes) await putFile(folder, `items/fgw/${code}.yaml`, anItem(code))
  return codes
}

export type WrittenRow = Readonly<Record<string, unknown>>

/** What the rules ask of a row besides what a test says of it. */
const rest: Readonly<Record<string, WrittenRow>> = {
  cancel: { supervision: '加强抽查' },
  delegate: { to: ['jia-xian'], mode: 'direct' },
  undertake: { from: '示例省', superiorNumber: '示例〔2014〕0号' },
  merge: { reason: '条件相近' },
}

/** A decision of a day as text that breaks no rule; `more` replaces or adds fields. */
export function aWrittenDecision(id: string, day: string, rows: readonly WrittenRow[], more: WrittenRow = {}): string {
  const actions = rows.map((row) => ({ ...rest[String(row.action)], ...row }))
  const decision = {
    id,
    title: `示例决定${id}`,
    issuer: '示例市人民政府',
    stage: 'adopted',
    adoptedOn: day,
    effectiveOn: day,
    inTransit: '原机关继续办结',
    actions: [],
    ...more,
  }
  const lines = Object.entries({ ...decision, actions: undefined }).filter(([, value]) => value !== undefined)
  const head = lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')
  return `${head}actions:\n${actions.map((row) => `  - ${JSON.stringify(row)}\n`).join('')}`
}

/** Writes a decision into a catalogue folder and answers its path below it. */
export async function putDecision(
  folder: string,
  ...[id, day, rows, more]: Parameters<typeof aWrittenDecision>
): Promise<string> {
  const path = `decisions/${id}.yaml`
  await putFile(folder, path, aWrittenDecision(id, day, rows, more))
  return path
}
