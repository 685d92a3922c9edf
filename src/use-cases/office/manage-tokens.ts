import { InputRefusedError, NotFoundError, type Violation } from '../../domain/catalog-error.ts'
import { isDay } from '../../domain/days.ts'
import { secondsBetween } from '../../domain/moments.ts'
import type { MachineToken } from '../../domain/office/account.ts'
import { type Actor, may, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import { longestTokenLife, tokenActions } from '../../domain/office/token-actions.ts'
import type { OfficeDocument } from '../../ports/office-store.ts'
import type { OfficePorts } from './office-ports.ts'
import type { WriteRecorded } from './write-recorded.ts'

/** What is asked for when a token is made. */
export interface NewToken {
  label: string
  scopes: readonly string[]
  /** The last day on which it holds. */
  lastDay: string
}
/** A token without what it is found by. */
export interface TokenSummary extends MachineToken {
  id: string
  isOver: boolean
}

/** Keys by which machines act for an account, each for some of its rights and some time. */
export function createManageTokens(
  { store, clock, secrets }: Pick<OfficePorts, 'store' | 'clock' | 'secrets'>,
  writeRecorded: WriteRecorded,
) {
  const summaryOf = ({ id, body }: OfficeDocument<'token'>): TokenSummary => ({
    ...body,
    id,
    isOver: body.revokedAt !== null || secondsBetween(clock.now(), body.expiresAt) <= 0,
  })
  return {
    /** The actor's own; an administrator's answer holds everybody's. Newest first. @throws CatalogError `not-allowed` */
    async listTokens(actor: Actor): Promise<TokenSummary[]> {
      const isKeeper = may(actor, 'account.manage')
      if (!isKeeper) refuseUnlessAllowed(actor, 'token.manage')
      const found = await store.office.list('token', isKeeper ? {} : { account: actor.account })
      return found.map(summaryOf).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    },

    /** @returns the key, which is shown this once and kept nowhere. @throws CatalogError `not-allowed`; InputRefusedError. */
    async addToken(actor: Actor, wanted: NewToken): Promise<{ key: string; label: string }> {
      refuseUnlessAllowed(actor, 'token.manage')
      const { label, scopes, lastDay } = wanted
      const violations = findFaults(actor, wanted, clock.today())
      if (violations.length > 0) throw new InputRefusedError(violations)
      const key = `banshi_${secrets.newKey()}`
      const body: MachineToken = {
        account: actor.account,
        label: label.trim(),
        scopes: [...new Set(scopes)].sort(),
        createdAt: clock.now(),
        expiresAt: `${lastDay}T23:59:59+08:00`,
        revokedAt: null,
      }
      const id = secrets.digest(key)
      const facts = { label: body.label, scopes: body.scopes.join(' '), expiresAt: body.expiresAt }
      await writeRecorded({
        by: actor,
        deeds: [{ action: 'token.add', subject: `token/${id}`, after: body, facts }],
        changes: [{ kind: 'token', id, expectedRevision: 0, body }],
      })
      return { key, label: body.label }
    },

    /** Ends a token: its owner's, or an administrator's wish. One that is over stays as it is. @throws NotFoundError; CatalogError `not-allowed`. */
    async revokeToken(actor: Actor, id: string): Promise<void> {
      const token = await store.office.find('token', id)
      const isOwn = token?.body.account === actor.account
      if (!isOwn || !may(actor, 'token.manage')) refuseUnlessAllowed(actor, 'account.manage')
      if (token === undefined) throw new NotFoundError('token', id.slice(0, 12))
      if (token.body.revokedAt !== null) return
      const after = { ...token.body, revokedAt: clock.now() }
      await writeRecorded({
        by: actor,
        deeds: [
          { action: 'token.revoke', subject: `token/${id}`, before: token.body, after, facts: { label: after.label } },
        ],
        changes: [{ kind: 'token', id, expectedRevision: token.revision, body: after }],
      })
    },
  }
}

function findFaults(actor: Actor, { label, scopes, lastDay }: NewToken, today: string): Violation[] {
  const violations: Violation[] = []
  const refuse = (pointer: string, rule: string, message: string) => violations.push({ pointer, rule, message })
  const { length } = [...label.trim()]
  if (length === 0 || length > 60) refuse('/label', 'length', '请写明给哪个系统用，不超过 60 个字。')
  const allowed = tokenActions.filter((action) => may(actor, action))
  if (scopes.length === 0) refuse('/scopes', 'required', '请至少选一项。')
  else if (!scopes.every((scope) => allowed.includes(scope)))
    refuse('/scopes', 'enum', '令牌能做的不能超过本账号能做的。')
  if (!isDay(lastDay) || lastDay < today) refuse('/lastDay', 'day', '请填今天或以后的日期，写成“2015-03-12”这样。')
  else if (secondsBetween(`${today}T00:00:00+08:00`, `${lastDay}T00:00:00+08:00`) > longestTokenLife) {
    refuse('/lastDay', 'too-late', '令牌最长用一年，到期再换新的。')
  }
  return violations
}
