import { CatalogError } from '../catalog-error.ts'
import { type EditionState, editionStates } from './edition.ts'
import { isOfAgency, type Role } from './roles.ts'
import { editionActionLabels, transitions } from './transitions.ts'

/** Who acts. */
export interface Actor {
  /** Name of the account. */
  account: string
  /** Name as people say it. */
  name: string
  role: Role
  /** Code of the agency of an editor or a reviewer; `null`: the whole city. */
  agency: string | null
  /** Actions that a machine's token is bound to; `null`: a person, with all rights of the role. */
  scopes: readonly string[] | null
  /** What the machine's token was made for; absent: a person. */
  token?: string
  /** Address the request came from. */
  from: string
}

/** What an action is done to. Absent fields: the action is not about one agency, or not about an edition. */
export interface RightsSubject {
  agency?: string
  state?: EditionState
  /** Accounts that wrote in the edition. */
  drafters?: readonly string[]
}

/** Who may do something: one row of the table of rights. */
interface Right {
  action: string
  label: string
  roles: readonly Role[]
  /** States of an edition in which it may be done; absent: it is not about an edition, or any state will do. */
  states?: readonly EditionState[]
  notDrafter?: boolean
}

const everyone = ['editor', 'reviewer', 'reform-officer', 'administrator', 'auditor'] as const
const keepers = ['editor', 'reviewer', 'reform-officer', 'auditor'] as const

/**
 * Everything that can be done in the office and who may: routes, buttons, the API and the tests read this table.
 *
 * Editors and reviewers may do what stands here for their own agency, the others for every agency. The steps of the review come from their own table.
 */
export const rights: readonly Right[] = [
  { action: 'home.view', label: '看工作台', roles: everyone },
  { action: 'password.change', label: '改自己的密码', roles: everyone },
  { action: 'session.end', label: '退出登录', roles: everyone },
  { action: 'token.manage', label: '管理自己的接口令牌', roles: ['editor', 'reviewer', 'reform-officer'] },
  { action: 'token.list', label: '看接口令牌', roles: ['editor', 'reviewer', 'reform-officer', 'administrator'] },
  { action: 'item.view', label: '看事项清单', roles: keepers },
  { action: 'item.write', label: '改事项的目录信息', roles: ['reform-officer'] },
  { action: 'item.askReview', label: '请单位复核指南', roles: ['reform-officer'] },
  { action: 'edition.view', label: '看指南的各版', roles: keepers },
  { action: 'edition.start', label: '起草指南', roles: ['editor'] },
  { action: 'edition.write', label: '写草稿', roles: ['editor'], states: ['draft'] },
  { action: 'edition.share', label: '给核对人看草稿', roles: ['editor', 'reviewer', 'reform-officer'] },
  ...transitions.map(
    ({ action, from, roles, notDrafter }): Right => ({
      action: `edition.${action}`,
      label: editionActionLabels[action],
      roles,
      states: [from],
      notDrafter,
    }),
  ),
  { action: 'decision.view', label: '看调整决定的草案', roles: ['reform-officer', 'auditor'] },
  { action: 'decision.write', label: '拟订调整决定', roles: ['reform-officer'] },
  { action: 'decision.publish', label: '公布调整决定', roles: ['reform-officer'] },
  { action: 'desk.view', label: '看时限压缩台', roles: keepers },
  { action: 'desk.save', label: '把压缩方案存成草稿', roles: ['editor', 'reform-officer'] },
  { action: 'account.manage', label: '管理账号', roles: ['administrator'] },
  { action: 'record.read', label: '看操作记录', roles: ['auditor'] },
]

/** Whether somebody may do something; without a subject: whether there is anything at all he may do it to. */
export function may(actor: Actor, action: string, subject: RightsSubject = {}): boolean {
  if (actor.scopes !== null && !actor.scopes.includes(action)) return false
  return rights.some((right) => right.action === action && allows(right, actor, subject))
}

function allows({ roles, states = editionStates, notDrafter = false }: Right, actor: Actor, subject: RightsSubject) {
  if (!roles.includes(actor.role)) return false
  if (isOfAgency(actor.role) && subject.agency !== undefined && subject.agency !== actor.agency) return false
  if (subject.state !== undefined && !states.includes(subject.state)) return false
  return !(notDrafter && subject.drafters?.includes(actor.account))
}

/** @throws CatalogError `not-allowed` (facts: `action`, `role`, and `reason`: `drafter` when only having written it stands in the way). */
export function refuseUnlessAllowed(actor: Actor, action: string, subject: RightsSubject = {}): void {
  if (may(actor, action, subject)) return
  const { drafters: _, ...withoutDrafters } = subject
  const reason = may(actor, action, withoutDrafters) ? 'drafter' : 'role'
  throw new CatalogError('not-allowed', { action, role: actor.role, reason })
}
