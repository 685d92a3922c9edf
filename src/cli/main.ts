import { Command } from 'commander'
import { addBackupVerb } from './backup.ts'
import { addCheckVerb } from './check.ts'
import { addCompressionVerb } from './compression.ts'
import { addCopyStoreVerb } from './copy-store.ts'
import { addDueVerb } from './due.ts'
import { addExportVerb } from './export.ts'
import { addFlowchartVerb } from './flowchart.ts'
import { addImportVerb } from './import.ts'
import { addLawVerb } from './law.ts'
import { addLedgerVerb } from './ledger.ts'
import { addRecordVerb } from './record.ts'
import { exitStatusOf, linesFor } from './report-error.ts'
import { addRestoreVerb } from './restore.ts'
import { addSearchVerb } from './search.ts'
import { addServeVerb } from './serve.ts'
import { addStateVerb } from './state.ts'
import { addUserVerb } from './user.ts'

/** The `banshi` command with all its verbs; each verb is one file of this folder. */
export function createProgram(): Command {
  const program = new Command('banshi')
    .description('办事：行政审批事项目录与办事指南')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [verb]', '显示一个命令的帮助')
    .configureOutput({ outputError: (message, write) => write(chineseUsage(message)) })
  // Before the verbs are added: they inherit both settings.
  program.exitOverride()
  addServeVerb(program)
  addImportVerb(program)
  addExportVerb(program)
  addCheckVerb(program)
  addCompressionVerb(program)
  addLedgerVerb(program)
  addStateVerb(program)
  addLawVerb(program)
  addDueVerb(program)
  addFlowchartVerb(program)
  addSearchVerb(program)
  addUserVerb(program)
  addRecordVerb(program)
  addBackupVerb(program)
  addRestoreVerb(program)
  addCopyStoreVerb(program)
  return program
}

/** What Commander says of wrong usage, in Chinese; the words of the user stay as they are. */
const usages: readonly (readonly [RegExp, string])[] = [
  [/unknown command '(.*?)'/, '没有“$1”这个命令'],
  [/unknown option '(.*?)'/, '没有“$1”这个选项'],
  [/option '(.*?)' argument missing/, '选项“$1”后面缺少内容'],
  [/required option '(.*?)' not specified/, '缺少选项“$1”'],
  [/missing required argument '(.*?)'/, '缺少“$1”'],
  [/too many arguments.*/, '多出了内容'],
]

function chineseUsage(message: string): string {
  const first = message.replace(/^error: /, '').split('\n')[0] ?? ''
  const [pattern, sentence] = usages.find(([known]) => known.test(first)) ?? [/^.*$/, first]
  return `用法不对：${first.replace(pattern, sentence)}。用 banshi --help 查看用法。\n`
}

/** A reader that closes the pipe early, as `head` does, is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await createProgram().parseAsync(process.argv)
} catch (error) {
  for (const line of linesFor(error)) process.stderr.write(`${line}\n`)
  // Not process.exit(): what was written to a pipe must arrive first.
  process.exitCode = exitStatusOf(error)
}
