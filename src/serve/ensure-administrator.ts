import type { Composition } from '../compose.ts'
import { say } from './say.ts'

/** At the very first start: makes the first administrator and prints his one-time password, this once and nowhere else. */
export async function ensureAdministrator({ office }: Pick<Composition, 'office'>): Promise<void> {
  const first = await office.ensureAdministrator()
  if (first === undefined) return
  say(`后台第一位管理员：登录名 ${first.name}，一次性密码 ${first.password}（只显示这一次，首次登录时要改）`)
}
