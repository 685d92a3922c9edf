import type { BackupReport } from '../use-cases/backup-store.ts'

/** What of the office went along into a backup or a copy, and whether its record is whole. */
export function officeLines({ office }: Pick<BackupReport, 'office'>): string[] {
  if (office === null) return ['这份备份由较早的版本写成，里面没有账号、草稿和操作记录。']
  const { documents, entries, head, brokenAt } = office
  return [
    `后台：${documents} 份内容，操作记录 ${entries} 条${head === null ? '' : `，末条摘要 ${head}`}。`,
    ...(brokenAt === null ? [] : [`注意：操作记录从第 ${brokenAt} 条起对不上，请运行 banshi record verify。`]),
  ]
}
