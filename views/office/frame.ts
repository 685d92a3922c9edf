import type { Actor } from '../../src/domain/office/rights.ts'
import type { PageFrame } from '../parts/frame.ts'

/** What every page of the office needs besides its own content. */
export interface OfficeFrame extends PageFrame {
  actor: Actor
  /** Name of the actor's agency; `null`: he works for the whole city. */
  agencyName: string | null
  /** Goes with every form: proves that the form is ours. */
  formKey: string
}

/** Addresses of the office. */
export const officePaths = {
  home: '/office',
  signIn: '/office/sign-in',
  signOut: '/office/sign-out',
  signOutEverywhere: '/office/sign-out-everywhere',
  password: '/office/password',
  accounts: '/office/accounts',
  account: (name: string) => `/office/accounts/${encodeURIComponent(name)}`,
  items: '/office/items',
  itemEditions: (code: string) => `/office/items/${encodeURIComponent(code)}/editions`,
  item: (code: string) => `/office/items/${encodeURIComponent(code)}`,
  drafts: '/office/drafts',
  draft: (id: string) => `/office/drafts/${encodeURIComponent(id)}`,
  draftEditor: (id: string) => `/office/drafts/${encodeURIComponent(id)}/edit`,
  draftPreview: (id: string) => `/office/drafts/${encodeURIComponent(id)}/preview`,
  shared: (key: string) => `/office/shared/${encodeURIComponent(key)}`,
  decisions: '/office/decisions',
  decision: (id: string) => `/office/decisions/${encodeURIComponent(id)}`,
  desk: '/office/desk',
  record: '/office/record',
  recordVerification: '/office/record/verification',
  recordExport: '/office/record/export',
  tokens: '/office/tokens',
} as const
