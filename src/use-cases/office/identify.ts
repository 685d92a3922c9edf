import { secondsBetween } from '../../domain/moments.ts'
import type { Account, Session } from '../../domain/office/account.ts'
import type { Actor } from '../../domain/office/rights.ts'
import { isAlive } from '../../domain/office/sign-in.ts'
import type { OfficeDocument } from '../../ports/office-store.ts'
import { isStale } from './is-stale.ts'
import type { OfficePorts } from './office-ports.ts'

/** Somebody who is signed in. */
export interface SignedIn {
  actor: Actor
  /** Digest of the key in his browser. */
  sessionId: string
  session: Session
  /** Whether he has to change his password before anything else. */
  mustChange: boolean
}

/** How old `lastSeenAt` may get before it is written again, in seconds. */
const seenEvery = 300

/** Who holds the key of a session; `undefined`: it is over, or the account is no more. */
export function createIdentify({ store, clock, secrets }: OfficePorts) {
  return async (key: string, from: string): Promise<SignedIn | undefined> => {
    const sessionId = secrets.digest(key)
    const found = await store.office.find('session', sessionId)
    if (found === undefined || !isAlive(found.body, clock.now())) return undefined
    const account = await store.office.find('account', found.body.account)
    if (account === undefined || account.body.disabled) return undefined
    await noteSeen(found)
    return { actor: actorOf(account.body, from), sessionId, session: found.body, mustChange: account.body.mustChange }
  }

  async function noteSeen({ id, revision, body }: OfficeDocument<'session'>): Promise<void> {
    const at = clock.now()
    if (secondsBetween(body.lastSeenAt, at) < seenEvery) return
    const change = { kind: 'session', id, expectedRevision: revision, body: { ...body, lastSeenAt: at } } as const
    await store.office.write({ at, changes: [change] }).catch((error) => {
      if (!isStale(error)) throw error
    })
  }
}

export function actorOf({ name, displayName, role, agency }: Account, from: string): Actor {
  return { account: name, name: displayName, role, agency, scopes: null, from }
}
