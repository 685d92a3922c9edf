import type { EditionState } from './edition.ts'
import type { Role } from './roles.ts'

export type EditionAction =
  | 'submit'
  | 'takeBack'
  | 'sendBack'
  | 'approve'
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'withdraw'
  | 'discard'

/** One way of an edition from state to state. */
export interface Transition {
  action: EditionAction
  from: EditionState
  to: EditionState
  /** Who may; editors and reviewers for their own agency only. */
  roles: readonly Role[]
  comment: 'none' | 'optional' | 'required'
  /** Whether the rules are asked first: errors block, warnings need a reason. */
  gate: boolean
  /** Whether it must be somebody who has not written in this edition. */
  notDrafter: boolean
}

const free = { comment: 'none', gate: false, notDrafter: false } as const
const gated = { gate: true, notDrafter: true } as const

/**
 * The review of a guide edition: every way there is. What stands here is what buttons, rights, tests and the diagram in the documents know.
 *
 * Publishing replaces the edition published before, which becomes `superseded` by it.
 */
export const transitions: readonly Transition[] = [
  {
    ...free,
    action: 'submit',
    from: 'draft',
    to: 'in-agency-review',
    roles: ['editor'],
    comment: 'optional',
    gate: true,
  },
  { ...free, action: 'discard', from: 'draft', to: 'withdrawn', roles: ['editor'], comment: 'optional' },
  { ...free, action: 'takeBack', from: 'in-agency-review', to: 'draft', roles: ['editor'] },
  { ...free, action: 'sendBack', from: 'in-agency-review', to: 'draft', roles: ['reviewer'], comment: 'required' },
  {
    ...gated,
    action: 'approve',
    from: 'in-agency-review',
    to: 'in-reform-review',
    roles: ['reviewer'],
    comment: 'optional',
  },
  { ...free, action: 'takeBack', from: 'in-reform-review', to: 'in-agency-review', roles: ['reviewer'] },
  {
    ...free,
    action: 'sendBack',
    from: 'in-reform-review',
    to: 'draft',
    roles: ['reform-officer'],
    comment: 'required',
  },
  {
    ...gated,
    action: 'publish',
    from: 'in-reform-review',
    to: 'published',
    roles: ['reform-officer'],
    comment: 'optional',
  },
  {
    ...gated,
    action: 'schedule',
    from: 'in-reform-review',
    to: 'in-reform-review',
    roles: ['reform-officer'],
    comment: 'optional',
  },
  { ...free, action: 'unschedule', from: 'in-reform-review', to: 'in-reform-review', roles: ['reform-officer'] },
  { ...free, action: 'withdraw', from: 'published', to: 'withdrawn', roles: ['reform-officer'], comment: 'required' },
]

export const editionActionLabels: Readonly<Record<EditionAction, string>> = {
  submit: '提交',
  takeBack: '撤回',
  sendBack: '退回',
  approve: '通过',
  publish: '发布',
  schedule: '定日发布',
  unschedule: '取消定日发布',
  withdraw: '撤下',
  discard: '作废',
}

/** The way out of a state by an action; `undefined`: there is none. */
export function findTransition(from: EditionState, action: string): Transition | undefined {
  return transitions.find((way) => way.from === from && way.action === action)
}
