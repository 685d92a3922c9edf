import { CatalogError, InputRefusedError, NotFoundError } from '../../domain/catalog-error.ts'
import { findPasswordFault, passwordFaultSentences } from '../../domain/office/passwords.ts'
import type { Actor } from '../../domain/office/rights.ts'
import { countTry, forgiven } from './count-tries.ts'
import { endingSessions } from './end-session.ts'
import type { OfficePorts } from './office-ports.ts'
import type { WriteRecorded } from './write-recorded.ts'

export interface PasswordChange {
  current: string
  wanted: string
  /** The session that goes on; all others end. */
  sessionId: string
}

/**
 * Changes one's own password. Tries at the present one count as at the sign-in: whoever finds a browser open cannot guess on.
 *
 * @throws CatalogError `wrong-password`, `sign-in-wait` (fact: `seconds`); InputRefusedError: the new one is too weak.
 */
export function createChangePassword({ store, clock, hasher }: OfficePorts, writeRecorded: WriteRecorded) {
  return async (actor: Actor, { current, wanted, sessionId }: PasswordChange): Promise<void> => {
    const account = await store.office.find('account', actor.account)
    if (account === undefined) throw new NotFoundError('account', actor.account)
    await refuseWeakPassword(hasher, { password: wanted, name: actor.account, current })
    const trail = await countTry({ store, clock }, actor.account, actor.from)
    if (!(await hasher.verify(current, account.body.passwordHash))) throw new CatalogError('wrong-password')
    const after = {
      ...account.body,
      passwordHash: await hasher.hash(wanted),
      mustChange: false,
      passwordChangedAt: clock.now(),
    }
    await writeRecorded({
      by: actor,
      deeds: [{ action: 'password.change', subject: `account/${actor.account}`, before: account.body, after }],
      changes: [
        { kind: 'account', id: actor.account, expectedRevision: account.revision, body: after },
        forgiven(trail, clock.now()),
        ...(await endingSessions(store.office, actor.account, sessionId)),
      ],
    })
  }
}

/** @throws InputRefusedError with the one thing that is wrong. */
export async function refuseWeakPassword(
  hasher: OfficePorts['hasher'],
  { password, name, current }: { password: string; name: string; current?: string },
): Promise<void> {
  const fault =
    findPasswordFault(password, name) ??
    (password === current ? 'unchanged' : (await hasher.isCommon(password)) ? 'common' : undefined)
  if (fault === undefined) return
  throw new InputRefusedError([{ pointer: '/password', rule: fault, message: passwordFaultSentences[fault] }])
}
