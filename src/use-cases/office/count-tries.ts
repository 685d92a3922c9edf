import { CatalogError } from '../../domain/catalog-error.ts'
import type { SignInTrail } from '../../domain/office/account.ts'
import { waitBeforeSignIn } from '../../domain/office/sign-in.ts'
import type { OfficeDocument } from '../../ports/office-store.ts'
import { isStale } from './is-stale.ts'
import type { OfficePorts } from './office-ports.ts'

/** How often a write about tries is repeated when others come in between. */
export const mostAttempts = 20

/**
 * Counts a try at a password as failed until it turns out otherwise, before the password is looked at: many at once count as many.
 *
 * @throws CatalogError `sign-in-wait` (fact: `seconds`): there were too many.
 */
export async function countTry(
  { store, clock }: Pick<OfficePorts, 'store' | 'clock'>,
  account: string,
  from: string,
): Promise<OfficeDocument<'signInTrail'>> {
  const id = `${account}|${from}`
  for (let attempt = 1; ; attempt += 1) {
    const found = await store.office.find('signInTrail', id)
    const now = clock.now()
    const seconds = found === undefined ? 0 : waitBeforeSignIn(found.body, now)
    if (seconds > 0) throw new CatalogError('sign-in-wait', { seconds })
    const failures = (found?.body.failures ?? 0) + 1
    const body: SignInTrail = {
      account,
      from,
      failures,
      lastFailureAt: now,
      lastSuccessAt: found?.body.lastSuccessAt ?? null,
    }
    const expectedRevision = found?.revision ?? 0
    try {
      await store.office.write({ at: now, changes: [{ kind: 'signInTrail', id, expectedRevision, body }] })
      return { kind: 'signInTrail', id, revision: expectedRevision + 1, updatedAt: now, body }
    } catch (error) {
      if (!isStale(error) || attempt === mostAttempts) throw error
    }
  }
}

/** The password was right: what was tried before is forgotten. */
export function forgiven({ id, revision, body }: OfficeDocument<'signInTrail'>, now: string) {
  const success = { ...body, failures: 0, lastFailureAt: null, lastSuccessAt: now }
  return { kind: 'signInTrail', id, expectedRevision: revision, body: success } as const
}
