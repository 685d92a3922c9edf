import type { Actor } from '../../domain/office/rights.ts'
import type { OfficeChange } from '../../ports/office-store.ts'
import { isStale } from './is-stale.ts'
import type { OfficePorts } from './office-ports.ts'
import type { WriteRecorded } from './write-recorded.ts'

/** Ends one session of the actor. */
export function createSignOut({ store }: OfficePorts, writeRecorded: WriteRecorded) {
  const signOut = async (actor: Actor, sessionId: string): Promise<void> => {
    const session = await store.office.find('session', sessionId)
    if (session?.body.account !== actor.account) return
    const deed = { action: 'session.end', subject: `account/${actor.account}` }
    const end = { kind: 'session', id: sessionId, expectedRevision: session.revision, body: null } as const
    await writeRecorded({ by: actor, deeds: [deed], changes: [end] }).catch((error) => {
      // It was used or ended at the same moment in another window: ended again below.
      if (!isStale(error)) throw error
      return signOut(actor, sessionId)
    })
  }
  return signOut
}

/** Ends every session of the actor, on every machine, this one as well. */
export function createSignOutEverywhere({ store }: OfficePorts, writeRecorded: WriteRecorded) {
  return async (actor: Actor): Promise<void> => {
    const changes = await endingSessions(store.office, actor.account)
    const deed = { action: 'session.endAll', subject: `account/${actor.account}` }
    await writeRecorded({ by: actor, deeds: [deed], changes })
  }
}

/** Removals of all sessions of an account, but for `kept`. */
export async function endingSessions(
  office: OfficePorts['store']['office'],
  account: string,
  kept?: string,
): Promise<OfficeChange[]> {
  const sessions = await office.list('session', { account })
  return sessions
    .filter(({ id }) => id !== kept)
    .map(({ id, revision }) => ({ kind: 'session', id, expectedRevision: revision, body: null }))
}
