import type { Command } from 'commander'
import type { DatabaseAddress } from '../config/database-address.ts'
import { officeLines } from './office-lines.ts'
import { printJson, printLines } from './print.ts'
import { UsageError } from './report-error.ts'
import { showReading } from './show-reading.ts'

/** `banshi copy-store`: the whole store from one place to another, such as from the embedded file to MongoDB. */
export function addCopyStoreVerb(program: Command): void {
  program
    .command('copy-store')
    .description('把整个数据库复制到另一处，可以中断后再来')
    .argument('<from-url>', '来源：file:<路径> 或 mongodb://…')
    .argument('<to-url>', '去处：空的数据库，或上次没有复制完的')
    .option('--json', '输出 JSON')
    .allowExcessArguments(false)
    .action(async (from: string, to: string, { json }: { json?: true }) => {
      const { composeTransfer } = await import('../compose/transfer.ts')
      const { parseDatabaseAddress } = await import('../config/database-address.ts')
      const [source, target] = [addressOf(from, parseDatabaseAddress), addressOf(to, parseDatabaseAddress)]
      const progress = showReading('正在复制')
      const report = await composeTransfer(progress.show).copy(source, target).finally(progress.stop)
      if (json) printJson(report)
      else {
        const { commits, catalogueRevision, states, pictures, digest } = report
        printLines([
          commits === 0 ? '两边已经相同，没有要复制的提交。' : `已复制 ${commits} 次提交。`,
          `两边核对一致：共 ${catalogueRevision} 次提交，${states} 个版本，${pictures} 张流程图，摘要 ${digest}。`,
          ...officeLines(report),
        ])
      }
    })
}

function addressOf(text: string, parse: (url: string) => DatabaseAddress | undefined): DatabaseAddress {
  const address = parse(text)
  if (address === undefined) throw new UsageError('数据库的地址读不懂，请写成 file:<路径> 或 mongodb://…')
  return address
}
