/** What a person of the office does: an editor and a reviewer work for one agency, the others for the whole city. */
export const roles = ['editor', 'reviewer', 'reform-officer', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

export const roleLabels: Readonly<Record<Role, string>> = {
  editor: '单位编辑',
  reviewer: '单位审核',
  'reform-officer': '审改办审核',
  administrator: '系统管理',
  auditor: '审计',
}

export function isRole(text: unknown): text is Role {
  return roles.some((role) => role === text)
}

/** Whether an account of this role belongs to one agency. */
export function isOfAgency(role: Role): boolean {
  return role === 'editor' || role === 'reviewer'
}
