import { secondsBetween } from '../../domain/moments.ts'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import { isStale } from './is-stale.ts'
import type { OfficePorts } from './office-ports.ts'
import { getStoredEdition } from './read-editions.ts'

/** Somebody else who has the draft open. */
export interface OtherWriter {
  account: string
  name: string
  /** Since he was last heard of. */
  seconds: number
}

/** After how many seconds without a sign somebody has gone. */
const goneAfter = 120

/** Notes that somebody has a draft open and answers who else has. */
export function createNotePresence({ store, clock }: OfficePorts) {
  return async (actor: Actor, id: string): Promise<OtherWriter[]> => {
    const { body } = await getStoredEdition(store, id)
    refuseUnlessAllowed(actor, 'edition.view', { agency: body.agency })
    const now = clock.now()
    const found = await store.office.find('presence', id)
    const here = Object.entries(found?.body.seen ?? {}).filter(
      ([account, at]) => account !== actor.account && Math.abs(secondsBetween(at, now)) < goneAfter,
    )
    const seen = { ...Object.fromEntries(here), [actor.account]: now }
    const change = {
      kind: 'presence',
      id,
      expectedRevision: found?.revision ?? 0,
      body: { edition: id, seen },
    } as const
    await store.office.write({ at: now, changes: [change] }).catch((error) => {
      // The other one wrote at the same moment; both are noted at the next sign.
      if (!isStale(error)) throw error
    })
    return Promise.all(
      here.map(async ([account, at]) => ({
        account,
        name: (await store.office.find('account', account))?.body.displayName ?? account,
        seconds: Math.max(0, Math.round(secondsBetween(at, now))),
      })),
    )
  }
}
