import { CatalogError } from '../../domain/catalog-error.ts'
import { type Account, isAccountName, type Session, type SignInTrail } from '../../domain/office/account.ts'
import { sessionEnd, waitBeforeSignIn } from '../../domain/office/sign-in.ts'
import type { OfficeDocument } from '../../ports/office-store.ts'
import type { OfficePorts } from './office-ports.ts'
import type { WriteRecorded } from './write-recorded.ts'

export interface Credentials {
  name: string
  password: string
  /** Address the request came from. */
  from: string
  /** What the browser calls itself. */
  browser: string
}

/** How often counting a try is repeated when others come in between. */
const mostAttempts = 20

/**
 * Lets somebody in and answers the key of his session, which only his browser keeps.
 *
 * A try is counted before the password is looked at, so that many at once count as many. Unknown names take as long as wrong passwords.
 *
 * @throws CatalogError `sign-in-failed`, `sign-in-wait` (fact: `seconds`).
 */
export function createSignIn(ports: OfficePorts, writeRecorded: WriteRecorded) {
  const { store, clock, hasher, secrets } = ports
  let strangersHash: Promise<string> | undefined
  return async ({ password, from, browser, ...credentials }: Credentials): Promise<{ key: string }> => {
    const name = credentials.name.trim().toLowerCase()
    const known = isAccountName(name) ? name : '?'
    const trail = await countTry(ports, known, from)
    const account = await store.office.find('account', known)
    strangersHash ??= hasher.hash(secrets.newKey())
    const isRight = await hasher.verify(password, account?.body.passwordHash ?? (await strangersHash))
    if (!isRight || account === undefined || account.body.disabled) {
      const deed = { action: 'session.refuse', subject: `account/${known}`, facts: { name: known } }
      await writeRecorded({ by: { account: `?${known}`, role: null, from }, deeds: [deed] })
      throw new CatalogError('sign-in-failed')
    }
    const key = secrets.newKey()
    const session = aSession(account.body, { at: clock.now(), from, browser, formKey: secrets.newKey() })
    await writeRecorded({
      by: { account: name, role: account.body.role, from },
      deeds: [{ action: 'session.start', subject: `account/${name}` }],
      changes: [
        { kind: 'session', id: secrets.digest(key), expectedRevision: 0, body: session },
        forgiven(trail, clock.now()),
      ],
    })
    return { key }
  }
}

function aSession(
  { name }: Account,
  { at, from, browser, formKey }: { at: string; from: string; browser: string; formKey: string },
): Session {
  return {
    account: name,
    from,
    browser: browser.slice(0, 200),
    formKey,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: sessionEnd(at),
  }
}

/** Counts the try as failed until it turns out otherwise. */
async function countTry(
  { store, clock }: OfficePorts,
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

function forgiven({ id, revision, body }: OfficeDocument<'signInTrail'>, now: string) {
  const success = { ...body, failures: 0, lastFailureAt: null, lastSuccessAt: now }
  return { kind: 'signInTrail', id, expectedRevision: revision, body: success } as const
}

/** Whether somebody else was faster. */
export function isStale(error: unknown): boolean {
  return error instanceof CatalogError && error.code === 'stale-revision'
}
