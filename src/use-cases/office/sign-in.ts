import { CatalogError } from '../../domain/catalog-error.ts'
import { type Account, isAccountName, type Session } from '../../domain/office/account.ts'
import type { Role } from '../../domain/office/roles.ts'
import { isAlive, sessionEnd } from '../../domain/office/sign-in.ts'
import type { OfficeChange, OfficeDocument } from '../../ports/office-store.ts'
import { countTry, forgiven, mostAttempts } from './count-tries.ts'
import { isStale } from './is-stale.ts'
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
    await open(session, { id: secrets.digest(key), role: account.body.role, trail })
    return { key }
  }

  /** Others may try from the same address meanwhile: what is forgiven is read again then. */
  async function open(body: Session, { id, role, trail }: Opening): Promise<void> {
    const { account, from } = body
    for (let attempt = 1, last: Trail | undefined = trail; ; attempt += 1) {
      const forgiving = last === undefined ? [] : [forgiven(last, clock.now())]
      const ended = await endedSessions(ports, account)
      try {
        return await writeRecorded({
          by: { account, role, from },
          deeds: [{ action: 'session.start', subject: `account/${account}` }],
          changes: [{ kind: 'session', id, expectedRevision: 0, body }, ...forgiving, ...ended],
        })
      } catch (error) {
        if (!isStale(error) || attempt === mostAttempts) throw error
        last = await store.office.find('signInTrail', trail.id)
      }
    }
  }
}

type Trail = OfficeDocument<'signInTrail'>
interface Opening {
  id: string
  role: Role
  trail: Trail
}

/** Removals of the account's sessions that are over: nobody signs out of all of them. */
async function endedSessions({ store, clock }: OfficePorts, account: string): Promise<OfficeChange[]> {
  const now = clock.now()
  const sessions = await store.office.list('session', { account })
  return sessions
    .filter(({ body }) => !isAlive(body, now))
    .map(({ id, revision }) => ({ kind: 'session', id, expectedRevision: revision, body: null }))
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
