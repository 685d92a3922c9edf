import { secondsBetween } from '../../domain/moments.ts'
import type { Actor } from '../../domain/office/rights.ts'
import { actorOf } from './identify.ts'
import type { OfficePorts } from './office-ports.ts'

/** Who the machine acts for that shows a key; `undefined`: there is no such key, it is over, or its account is switched off. */
export function createIdentifyToken({ store, clock, secrets }: Pick<OfficePorts, 'store' | 'clock' | 'secrets'>) {
  return async (key: string, from: string): Promise<Actor | undefined> => {
    const token = await store.office.find('token', secrets.digest(key))
    if (token === undefined || token.body.revokedAt !== null) return undefined
    const { account: name, label, scopes, createdAt, expiresAt } = token.body
    const now = clock.now()
    // A token from the future is of a clock that was set back: its end may be wrong as well.
    if (secondsBetween(now, expiresAt) <= 0 || secondsBetween(now, createdAt) > clockTolerance) return undefined
    const account = await store.office.find('account', name)
    if (account === undefined || account.body.disabled) return undefined
    return { ...actorOf(account.body, from), scopes, token: label }
  }
}

/** How far the clocks of two hosts may be apart, in seconds. */
const clockTolerance = 60
