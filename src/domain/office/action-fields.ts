import type { Action } from '../decisions/standing.ts'

/** How a field of a row is filled in. */
export type ActionInput =
  | 'item'
  | 'items'
  | 'regions'
  | 'agency'
  | 'type'
  | 'mode'
  | 'scope'
  | 'day'
  | 'text'
  | 'required-text'

export interface ActionField {
  name: string
  label: string
  input: ActionInput
}

const item: ActionField = { name: 'item', label: '事项', input: 'item' }
const note: ActionField = { name: 'note', label: '备注', input: 'text' }
const reason: ActionField = { name: 'reason', label: '理由', input: 'text' }
const legalBasis: ActionField = { name: 'legalBasis', label: '设定依据', input: 'text' }
const partly: ActionField[] = [
  { name: 'scope', label: '范围', input: 'scope' },
  { name: 'kept', label: '保留的部分', input: 'text' },
]
const mode: ActionField = { name: 'mode', label: '方式', input: 'mode' }

/** The fields of a row of each kind, in the order in which they are filled in; a test holds them against the schema. */
export const actionFields: Readonly<Record<Action['action'], readonly ActionField[]>> = {
  cancel: [item, reason, { name: 'supervision', label: '后续监管措施', input: 'text' }, legalBasis, ...partly, note],
  delegate: [
    item,
    { name: 'to', label: '承接的县市区和园区', input: 'regions' },
    mode,
    { name: 'handoverOn', label: '移交日期', input: 'day' },
    { name: 'supervision', label: '监管措施', input: 'text' },
    legalBasis,
    ...partly,
    note,
  ],
  undertake: [
    item,
    { name: 'from', label: '从哪个机关承接', input: 'required-text' },
    { name: 'superiorNumber', label: '上级文号', input: 'text' },
    { name: 'superiorOn', label: '上级文件日期', input: 'day' },
    mode,
    legalBasis,
    note,
  ],
  merge: [
    { name: 'items', label: '被合并的事项', input: 'items' },
    { name: 'into', label: '合并为', input: 'item' },
    reason,
    note,
  ],
  split: [item, { name: 'into', label: '拆分为', input: 'items' }, reason, note],
  create: [item, reason, note],
  retain: [item, legalBasis, note],
  rename: [item, { name: 'to', label: '新名称', input: 'required-text' }, note],
  transfer: [item, { name: 'to', label: '划给', input: 'agency' }, note],
  reclassify: [item, { name: 'to', label: '改为', input: 'type' }, note],
  suspend: [item, { name: 'until', label: '暂停到', input: 'day' }, reason, note],
  resume: [item, reason, note],
}

/** How many fields of a row stand in front: those that say what happens to what; the others are folded away. */
export function leadingFields(action: Action['action']): number {
  const fields = actionFields[action]
  const first = fields.findIndex(({ input, name }) => input === 'text' && name !== 'reason')
  return first === -1 ? fields.length : Math.max(1, first)
}

/** A row that says nothing yet. */
export function blankAction(action: Action['action']): Action {
  const empty: Readonly<Record<ActionInput, unknown>> = {
    item: '',
    items: [],
    regions: [],
    agency: '',
    type: '',
    mode: null,
    scope: 'full',
    day: null,
    text: null,
    'required-text': '',
  }
  const fields = actionFields[action].map(({ name, input }) => [name, empty[input]])
  // Half-written: every field of its kind, none of them filled in.
  return { action, ...Object.fromEntries(fields) } as Action
}
