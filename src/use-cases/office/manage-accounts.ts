import { CatalogError, InputRefusedError, NotFoundError, type Violation } from '../../domain/catalog-error.ts'
import { type Account, isAccountName } from '../../domain/office/account.ts'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import { isOfAgency, isRole, type Role } from '../../domain/office/roles.ts'
import type { OfficeDocument } from '../../ports/office-store.ts'
import { refuseWeakPassword } from './change-password.ts'
import { endingSessions } from './end-session.ts'
import { isStale } from './is-stale.ts'
import type { OfficePorts } from './office-ports.ts'
import { theSystem, type WriteRecorded } from './write-recorded.ts'

/** What the management of accounts stands on. */
export type AccountPorts = Pick<OfficePorts, 'store' | 'clock' | 'hasher' | 'secrets'>

/** What is asked for when an account is made. */
export interface NewAccount {
  name: string
  displayName: string
  role: string
  agency: string | null
  /** Absent: one is made up. Either way it has to be changed at the first sign-in. */
  password?: string
}
/** An account without what nobody may see. */
export type AccountSummary = Omit<Account, 'passwordHash'>

/** Whoever manages accounts from the command line has the database in his hands anyway. */
export const commandLine: Actor = {
  account: 'system',
  name: '命令行',
  role: 'administrator',
  agency: null,
  scopes: null,
  from: 'local',
}

/** The accounts: made, listed, switched off and on, given new passwords. Every method: @throws CatalogError `not-allowed`. */
export function createManageAccounts(ports: AccountPorts, writeRecorded: WriteRecorded) {
  const { store, clock, hasher, secrets } = ports

  const getAccount = async (name: string): Promise<OfficeDocument<'account'>> => {
    const account = await store.office.find('account', name)
    if (account === undefined) throw new NotFoundError('account', name)
    return account
  }
  /** Writes a changed account and ends its sessions. */
  const change = async (
    actor: Actor,
    name: string,
    { action, fields }: { action: string; fields: Partial<Account> },
  ) => {
    const { body: before, revision } = await getAccount(name)
    const after = { ...before, ...fields }
    await writeRecorded({
      by: actor,
      deeds: [{ action, subject: `account/${name}`, before, after }],
      changes: [
        { kind: 'account', id: name, expectedRevision: revision, body: after },
        ...(await endingSessions(store.office, name)),
      ],
    })
  }

  return {
    /** Sorted by name. */
    async listAccounts(actor: Actor): Promise<AccountSummary[]> {
      refuseUnlessAllowed(actor, 'account.manage')
      return (await store.office.list('account')).map(({ body: { passwordHash: _, ...account } }) => account)
    },

    /** @returns the one-time password. @throws InputRefusedError; CatalogError `account-exists` (fact: `name`). */
    async addAccount(actor: Actor, wanted: NewAccount): Promise<{ name: string; password: string }> {
      refuseUnlessAllowed(actor, 'account.manage')
      const { name, role, ...rest } = await checkNewAccount(ports, wanted)
      const password = wanted.password ?? secrets.newPassword()
      if (wanted.password !== undefined) await refuseWeakPassword(hasher, { password, name })
      const at = clock.now()
      const passwordHash = await hasher.hash(password)
      const body: Account = {
        name,
        ...rest,
        role,
        passwordHash,
        mustChange: true,
        disabled: false,
        createdAt: at,
        passwordChangedAt: at,
      }
      try {
        await writeRecorded({
          by: actor,
          deeds: [{ action: 'account.add', subject: `account/${name}`, after: body, facts: { role } }],
          changes: [{ kind: 'account', id: name, expectedRevision: 0, body }],
        })
      } catch (error) {
        throw isStale(error) ? new CatalogError('account-exists', { name }, { cause: error }) : error
      }
      return { name, password }
    },

    /** Nobody signs in with it any more, and whoever is signed in is not. @throws CatalogError `own-account`. */
    async disableAccount(actor: Actor, name: string): Promise<void> {
      refuseUnlessAllowed(actor, 'account.manage')
      if (actor.account === name) throw new CatalogError('own-account', { name })
      await change(actor, name, { action: 'account.disable', fields: { disabled: true } })
    },

    async enableAccount(actor: Actor, name: string): Promise<void> {
      refuseUnlessAllowed(actor, 'account.manage')
      await change(actor, name, { action: 'account.enable', fields: { disabled: false } })
    },

    /** @returns the one-time password. */
    async resetPassword(actor: Actor, name: string, wanted?: string): Promise<{ name: string; password: string }> {
      refuseUnlessAllowed(actor, 'account.manage')
      await getAccount(name)
      const password = wanted ?? secrets.newPassword()
      if (wanted !== undefined) await refuseWeakPassword(hasher, { password, name })
      const fields = { passwordHash: await hasher.hash(password), mustChange: true, passwordChangedAt: clock.now() }
      await change(actor, name, { action: 'account.password', fields })
      return { name, password }
    },

    /** Makes the first administrator where there is no account at all; `undefined`: there are some. */
    async ensureAdministrator(): Promise<{ name: string; password: string } | undefined> {
      if ((await store.office.list('account')).length > 0) return undefined
      const first = { name: 'admin', displayName: '系统管理员', role: 'administrator', agency: null }
      try {
        return await this.addAccount({ ...commandLine, ...theSystem, role: 'administrator' }, first)
      } catch (error) {
        // Another host that starts at the same time was faster.
        if (error instanceof CatalogError && error.code === 'account-exists') return undefined
        throw error
      }
    },
  }
}

async function checkNewAccount({ store }: AccountPorts, { name, displayName, role, agency }: NewAccount) {
  const violations: Violation[] = []
  const refuse = (pointer: string, rule: string, message: string) => violations.push({ pointer, rule, message })
  if (!isAccountName(name)) refuse('/name', 'pattern', '登录名用 2 到 32 个小写字母、数字、点或短横，以字母开头。')
  const shown = displayName.trim()
  if (shown === '' || [...shown].length > 40) refuse('/displayName', 'length', '姓名要填，不超过 40 个字。')
  if (!isRole(role)) refuse('/role', 'enum', '请选择角色。')
  const place = agency === null || agency === '' ? null : agency
  if (isRole(role)) {
    const fault = await findAgencyFault(store, role, place)
    if (fault !== undefined) refuse('/agency', 'agency', fault)
  }
  if (violations.length > 0 || !isRole(role)) throw new InputRefusedError(violations)
  return { name, displayName: shown, role, agency: place }
}

async function findAgencyFault(store: OfficePorts['store'], role: Role, agency: string | null) {
  if (!isOfAgency(role)) return agency === null ? undefined : '这个角色不属于哪个单位，请不要选单位。'
  if (agency === null) return '单位编辑和单位审核要选所在单位。'
  const agencies = await store.find('agencies', 'main')
  return agencies?.body.agencies.some(({ code }) => code === agency) ? undefined : `没有代码为“${agency}”的单位。`
}
