import type { Page } from 'playwright-core'
import type { Office } from '../../src/use-cases/office/create-office.ts'
import { anAdministrator } from '../builders/an-office.ts'

/** Words that are no common password. */
const password = 'seven stone bridges after rain'

/** Somebody with an account whose password is his own already. */
export async function makeAccount(
  office: Office,
  account: { name: string; displayName: string; role: string; agency: string | null },
): Promise<void> {
  const issued = await office.addAccount(anAdministrator, account)
  const { key } = await office.signIn({ ...issued, from: '', browser: 'test' })
  const signedIn = await office.identify(key, '')
  if (signedIn === undefined) throw new Error('not signed in')
  await office.changePassword(signedIn.actor, {
    current: issued.password,
    wanted: password,
    sessionId: signedIn.sessionId,
  })
}

/** Signs in through the page, as people do. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/office/sign-in')
  await page.getByLabel('登录名').fill(name)
  await page.getByLabel('密码').fill(password)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '登录' }).click()])
}
