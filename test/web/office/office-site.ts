import supertest from 'supertest'
import { createApp } from '../../../src/web/create-app.ts'
import { anAdministrator, openOffice } from '../../builders/an-office.ts'

/** Somebody who is signed in: his cookie and the key of his forms. */
export interface SignedInBrowser {
  cookie: string
  formKey: string
}

/** The office of two agencies as it answers requests, with people who are signed in. */
export async function openOfficeSite(options: { trustedProxies?: number } = {}) {
  const opened = await openOffice()
  const { office, useCases } = opened
  const app = createApp({ useCases, office, ...options })
  return {
    ...opened,
    app,
    /** Makes an account and signs it in. */
    async signIn(account: { name: string; displayName: string; role: string; agency: string | null }) {
      const wanted = 'seven stone bridges after rain'
      const { password } = await office.addAccount(anAdministrator, account)
      const { key } = await office.signIn({ name: account.name, password, from: '', browser: 'test' })
      const signedIn = await office.identify(key, '')
      if (signedIn === undefined) throw new Error('not signed in')
      const { actor, sessionId, session } = signedIn
      await office.changePassword(actor, { current: password, wanted, sessionId })
      return { actor, key, cookie: `banshi-office=${key}`, formKey: session.formKey, password: wanted }
    },
    get: (path: string, { cookie }: SignedInBrowser) =>
      supertest(app).get(path).set('Cookie', cookie).set('Accept', 'text/html'),
    /** Posts a form as a browser does. */
    post: (path: string, by: SignedInBrowser, form: Record<string, string | string[]>) =>
      supertest(app)
        .post(path)
        .set('Cookie', by.cookie)
        .set('Accept', 'text/html')
        .type('form')
        .send({ _key: by.formKey, ...form }),
    /** Posts as the script of a page does. */
    send: (path: string, by: SignedInBrowser, form: Record<string, string | string[]>) =>
      supertest(app)
        .post(path)
        .set('Cookie', by.cookie)
        .set('Accept', 'application/json')
        .set('X-Form-Key', by.formKey)
        .type('form')
        .send(form),
  }
}
export type OfficeSite = Awaited<ReturnType<typeof openOfficeSite>>
