import type { Actor } from '../../domain/office/rights.ts'
import { createChangePassword } from './change-password.ts'
import { createSignOut, createSignOutEverywhere } from './end-session.ts'
import { createIdentify } from './identify.ts'
import { createManageAccounts } from './manage-accounts.ts'
import type { OfficePorts } from './office-ports.ts'
import { createSignIn } from './sign-in.ts'
import { createWriteRecorded } from './write-recorded.ts'

export type { SignedIn } from './identify.ts'
export type { AccountSummary, NewAccount } from './manage-accounts.ts'

/** Everything that can be done in the office. What needs a right refuses with CatalogError `not-allowed`, whoever calls. */
export function createOffice(ports: OfficePorts) {
  const writeRecorded = createWriteRecorded(ports)
  return {
    signIn: createSignIn(ports, writeRecorded),
    identify: createIdentify(ports),
    signOut: createSignOut(ports, writeRecorded),
    signOutEverywhere: createSignOutEverywhere(ports, writeRecorded),
    changePassword: createChangePassword(ports, writeRecorded),
    ...createManageAccounts(ports, writeRecorded),
    /** Notes in the record that somebody was refused what he has no right to. */
    async noteRefusal(actor: Actor, action: string, path: string): Promise<void> {
      await writeRecorded({ by: actor, deeds: [{ action: 'refused', subject: `action/${action}`, facts: { path } }] })
    },
  }
}
export type Office = ReturnType<typeof createOffice>
