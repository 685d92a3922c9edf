import type { Action } from '../../../domain/decisions/standing.ts'
import { actionFields } from '../../../domain/office/action-fields.ts'
import type { DecisionDraft } from '../../../domain/office/decision-draft.ts'
import type { FormValues } from '../form/form-values.ts'

/** Head fields that are one text. */
export const headTexts = [
  'title',
  'issuer',
  'documentNumber',
  'adoptedOn',
  'adoptedBy',
  'publishedOn',
  'effectiveOn',
  'effectiveNote',
  'inTransit',
] as const
/** Fields of an item that a decision brings in. */
export const createdTexts = ['code', 'name', 'agency', 'type'] as const

/** What the form of a decision shows of a draft, whatever it is written to. */
export function writeDecisionForm({ decision, items }: Pick<DecisionDraft, 'decision' | 'items'>): FormValues {
  const values = new Map<string, readonly string[]>()
  const put = (name: string, value: unknown) => values.set(name, textsOf(value))
  for (const name of headTexts) put(`/${name}`, decision[name])
  values.set('/basis', [decision.basis.join('\n')])
  put('/stage', decision.stage)
  for (const [name, total] of Object.entries(decision.declared)) put(`/declared/${name}`, total)
  decision.declaredCounts.forEach((count, row) => {
    for (const name of ['agency', 'opening', 'closing'] as const) put(`/declaredCounts/${row}/${name}`, count[name])
  })
  decision.consultations.forEach((consultation, row) => {
    for (const name of ['body', 'on', 'opinion'] as const) put(`/consultations/${row}/${name}`, consultation[name])
  })
  decision.actions.forEach((action, row) => {
    for (const [name, texts] of writeAction(action)) values.set(`/actions/${row}/${name}`, texts)
  })
  items.forEach((item, row) => {
    for (const name of createdTexts) put(`/created/${row}/${name}`, item[name])
  })
  return values
}

function writeAction(action: Action): [string, readonly string[]][] {
  const said = new Map(Object.entries(action))
  const fields = (actionFields[action.action] ?? []).map(({ name, input }): [string, readonly string[]] => {
    const value = said.get(name)
    return [name, input === 'items' && Array.isArray(value) ? [value.join('、')] : textsOf(value)]
  })
  return [['action', [action.action]], ...fields]
}

function textsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String)
  return [value === null || value === undefined ? '' : String(value)]
}
