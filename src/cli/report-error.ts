import { CommanderError } from 'commander'
import { CatalogError, InputRefusedError, type Violation } from '../domain/catalog-error.ts'
import { sentenceFor } from '../domain/error-sentences.ts'

const longest = 20

/** Wrong usage, in a Chinese sentence: exit status 2. */
export class UsageError extends Error {}

/** The exit status for an error: 0 help was asked for · 1 refused or failed · 2 wrong usage. */
export function exitStatusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  return error instanceof UsageError ? 2 : 1
}

/** What the user is told of an error, line by line; of a refused input the first twenty violations and their number. */
export function linesFor(error: unknown): string[] {
  // Commander has written its own line already.
  if (error instanceof CommanderError) return []
  if (error instanceof UsageError) return [`用法不对：${error.message}`]
  if (error instanceof InputRefusedError) return refusalLines(error)
  if (error instanceof CatalogError) return [sentenceFor(error)]
  return [`出现意外错误：${error instanceof Error ? error.message : String(error)}`]
}

function refusalLines(error: InputRefusedError): string[] {
  const shown = error.violations.slice(0, longest).map(lineOf)
  const more = error.violations.length > longest ? [`…… 其余 ${error.violations.length - longest} 处未列出。`] : []
  return [...shown, ...more, sentenceFor(error)]
}

function lineOf({ file, line, column, pointer, message }: Violation): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return [place, pointer, message].filter((part) => part !== '').join(' ')
}
