import type { Command } from 'commander'
import { officeLines } from './office-lines.ts'
import { printJson, printLines } from './print.ts'
import { showReading } from './show-reading.ts'

/** `banshi backup`: the whole store into one file, while the service runs. */
export function addBackupVerb(program: Command): void {
  program
    .command('backup')
    .description('把整个数据库备份成一个文件，服务不用停')
    .argument('<file>', '备份文件')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (file: string, { json }: { json?: true }) => {
      const { composeTransfer } = await import('../compose/transfer.ts')
      const { readConfig } = await import('../config/read-config.ts')
      const progress = showReading('正在备份')
      const report = await composeTransfer(progress.show).backup(readConfig().database, file).finally(progress.stop)
      if (json) printJson({ file, ...report })
      else {
        const { catalogueRevision, states, pictures } = report
        printLines([
          `已备份到 ${file}，并已核对：到第 ${catalogueRevision} 次提交为止，${states} 个版本，${pictures} 张流程图。`,
          ...officeLines(report),
        ])
      }
    })
}
