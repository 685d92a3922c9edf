import { Command } from 'commander'
import { exitStatusOf, linesFor } from './report-error.ts'
import { addServeVerb } from './serve.ts'

/** The `banshi` command with all its verbs; each verb is one file of this folder. */
export function createProgram(): Command {
  const program = new Command('banshi')
    .description('办事：行政审批事项目录与办事指南')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [verb]', '显示一个命令的帮助')
    .configureOutput({ outputError: (message, write) => write(`用法不对：${message.replace(/^error: /, '')}`) })
  // Before the verbs are added: they inherit both settings.
  program.exitOverride()
  addServeVerb(program)
  return program
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
