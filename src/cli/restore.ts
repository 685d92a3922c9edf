import type { Command } from 'commander'
import type { RestoreReport } from '../use-cases/restore-store.ts'
import { officeLines } from './office-lines.ts'
import { printJson, printLines } from './print.ts'
import { showReading } from './show-reading.ts'

/** `banshi restore`: a backup back into the store, while the service runs. */
export function addRestoreVerb(program: Command): void {
  program
    .command('restore')
    .description('从备份文件恢复数据库，服务不用停')
    .argument('<file>', '备份文件')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (file: string, { json }: { json?: true }) => {
      const { composeTransfer } = await import('../compose/transfer.ts')
      const { readConfig } = await import('../config/read-config.ts')
      const progress = showReading('正在恢复')
      const report = await composeTransfer(progress.show).restore(file, readConfig().database).finally(progress.stop)
      if (json) printJson({ file, ...report })
      else printLines(describe(report))
    })
}

function describe(report: RestoreReport): string[] {
  const { restored, changed, catalogueRevision, states, pictures } = report
  if (restored === 'history') {
    const kept = `已恢复，并已核对：到第 ${catalogueRevision} 次提交为止，${states} 个版本，${pictures} 张流程图。`
    return [kept, ...officeLines(report)]
  }
  const content = changed === 0 ? '内容与备份相同，没有改动。' : `已按备份改回 ${changed} 份内容，作为一次新的提交。`
  return [content, '数据库原有的历史、账号和操作记录都保留着。']
}
