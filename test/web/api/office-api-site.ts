import pino from 'pino'
import supertest from 'supertest'
import type { Actor } from '../../../src/domain/office/rights.ts'
import { tokenActions } from '../../../src/domain/office/token-actions.ts'
import { nodeSecrets } from '../../../src/secrets/node-secrets.ts'
import { createSite } from '../../../src/web/create-site.ts'
import { anAdministrator, openOffice } from '../../builders/an-office.ts'

/** The API of an office as it answers behind the finished answers, and keys for machines of every role. */
export async function openOfficeApi() {
  const opened = await openOffice()
  const { office, store, useCases, clock, writeRecorded } = opened
  const site = createSite({ useCases, office, log: pino({ level: 'silent' }), isStopping: () => false })
  const ask = (method: 'get' | 'put' | 'post' | 'delete', path: string, key?: string) => {
    const request = supertest(site.handler)[method](`/api/v1${path}`)
    return key === undefined ? request : request.set('Authorization', `Bearer ${key}`)
  }
  return {
    ...opened,
    ask,
    /** The key of a token of an account made for an actor; also of roles that can make none themselves. */
    async keyOf({ account, name, role, agency }: Actor, scopes: readonly string[] = tokenActions): Promise<string> {
      if ((await store.office.find('account', account)) === undefined) {
        await office.addAccount(anAdministrator, { name: account, displayName: name, role, agency })
      }
      const key = `banshi_${nodeSecrets.newKey()}`
      const body = {
        account,
        label: '测试',
        scopes: [...scopes],
        createdAt: clock.now(),
        expiresAt: '2015-12-31T23:59:59+08:00',
        revokedAt: null,
      }
      const id = nodeSecrets.digest(key)
      await writeRecorded({
        by: anAdministrator,
        deeds: [{ action: 'token.add', subject: `token/${id}`, after: body }],
        changes: [{ kind: 'token', id, expectedRevision: 0, body }],
      })
      return key
    },
    /** Puts an edition into a state, as if it had come there. */
    async bringTo(id: string, changed: object): Promise<number> {
      const edition = await store.office.find('edition', id)
      if (edition === undefined) throw new Error(`no edition ${id}`)
      const body = { ...edition.body, ...changed }
      await writeRecorded({
        by: anAdministrator,
        deeds: [{ action: 'edition.write', subject: `edition/${id}`, before: edition.body, after: body }],
        changes: [{ kind: 'edition', id, expectedRevision: edition.revision, body }],
      })
      return edition.revision + 1
    },
  }
}
export type OfficeApi = Awaited<ReturnType<typeof openOfficeApi>>
