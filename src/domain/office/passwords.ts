/** Shortest and longest password, in characters: length protects, rules about digits and signs do not (NIST SP 800-63B §5.1.1.2). */
export const passwordLength = { least: 12, most: 128 } as const

export type PasswordFault = 'too-short' | 'too-long' | 'contains-name' | 'common' | 'unchanged'

export const passwordFaultSentences: Readonly<Record<PasswordFault, string>> = {
  'too-short': `密码至少 ${passwordLength.least} 个字。可以用一句自己记得住的话。`,
  'too-long': `密码最多 ${passwordLength.most} 个字。`,
  'contains-name': '密码里不能有登录名。',
  common: '这个密码太常见，别人一试就中。请换一个。',
  unchanged: '新密码不能和现在的一样。',
}

/** What can be told of a password by looking at it; `undefined`: nothing is wrong. */
export function findPasswordFault(password: string, accountName: string): PasswordFault | undefined {
  const { length } = [...password]
  if (length < passwordLength.least) return 'too-short'
  if (length > passwordLength.most) return 'too-long'
  return password.toLowerCase().includes(accountName) ? 'contains-name' : undefined
}
