import type { Actor } from '../../domain/office/rights.ts'
import type { CurrentCatalogue } from '../current-catalogue.ts'
import type { UseCases } from '../use-cases.ts'
import { createAdvanceEdition } from './advance-edition.ts'
import { createChangePassword } from './change-password.ts'
import { createDecisionDesk } from './decisions/create-decision-desk.ts'
import { createGetDesk } from './desk/compression-desk.ts'
import { createSavePlan } from './desk/save-plan.ts'
import { createDrawDraft } from './draw-draft.ts'
import { createSignOut, createSignOutEverywhere } from './end-session.ts'
import { createGetHome } from './home.ts'
import { createIdentify } from './identify.ts'
import { createIdentifyToken } from './identify-token.ts'
import { createItemDesk } from './items/create-item-desk.ts'
import { createJudgeEdition } from './judge-edition.ts'
import { createManageAccounts } from './manage-accounts.ts'
import { createManageTokens } from './manage-tokens.ts'
import { createNameAccounts } from './name-accounts.ts'
import type { OfficePorts } from './office-ports.ts'
import { createNotePresence } from './presence.ts'
import { createPublishDue } from './publish-due.ts'
import { createPublishEdition } from './publish-edition.ts'
import { createGetEdition, createListEditions } from './read-editions.ts'
import { createReadRecord } from './read-record.ts'
import { createSaveEdition } from './save-edition.ts'
import { createShareDraft } from './share-draft.ts'
import { createSignIn } from './sign-in.ts'
import { createStartEdition } from './start-edition.ts'
import { createVerifyRecord } from './verify-record.ts'
import { createWriteRecorded } from './write-recorded.ts'

export type { SignedIn } from './identify.ts'
export type { AccountSummary, NewAccount } from './manage-accounts.ts'
export type { TokenSummary } from './manage-tokens.ts'
export type { RecordCheck } from './verify-record.ts'

/** Everything that can be done in the office. What needs a right refuses with CatalogError `not-allowed`, whoever calls. */
export function createOffice(ports: OfficePorts & { useCases: UseCases; currentCatalogue: CurrentCatalogue }) {
  const writeRecorded = createWriteRecorded(ports)
  const editionPorts = { ...ports, writeRecorded }
  const judge = createJudgeEdition(ports)
  const publishing = { ...editionPorts, judge, publish: createPublishEdition(ports, writeRecorded) }
  return {
    signIn: createSignIn(ports, writeRecorded),
    identify: createIdentify(ports),
    signOut: createSignOut(ports, writeRecorded),
    signOutEverywhere: createSignOutEverywhere(ports, writeRecorded),
    changePassword: createChangePassword(ports, writeRecorded),
    ...createManageAccounts(ports, writeRecorded),
    ...createManageTokens(ports, writeRecorded),
    identifyToken: createIdentifyToken(ports),
    ...createReadRecord(ports),
    verifyRecord: createVerifyRecord(ports),
    getHome: createGetHome({ ...ports, listEditions: createListEditions(ports) }),
    startEdition: createStartEdition(editionPorts),
    getEdition: createGetEdition(ports),
    listEditions: createListEditions(ports),
    saveEdition: createSaveEdition(editionPorts),
    judgeEdition: judge,
    drawDraft: createDrawDraft(ports),
    advanceEdition: createAdvanceEdition(publishing),
    publishDue: createPublishDue(publishing),
    nameAccounts: createNameAccounts(ports),
    notePresence: createNotePresence(ports),
    ...createShareDraft(editionPorts),
    ...createItemDesk(editionPorts),
    ...createDecisionDesk(editionPorts),
    getDesk: createGetDesk(editionPorts),
    savePlan: createSavePlan(editionPorts),
    /** Notes in the record that somebody was refused what he has no right to. */
    async noteRefusal(actor: Actor, action: string, path: string): Promise<void> {
      await writeRecorded({ by: actor, deeds: [{ action: 'refused', subject: `action/${action}`, facts: { path } }] })
    },
  }
}
export type Office = ReturnType<typeof createOffice>
