import { readFile, stat } from 'node:fs/promises'
import type { Violation } from '../domain/catalog-error.ts'
import { describeSystemError } from './system-errors.ts'

/** Largest file that is read: no item comes near it, and a bigger one is a mistake or an attack. */
export const maximumBytes = 2 * 1024 * 1024

/** The text of a file, or why it is not read. A byte order mark is left out. */
export type ReadText = { text: string; violation?: never } | { text?: never; violation: Violation }

/** Reads a UTF-8 file. A file that is too large is refused by its size, unread. */
export async function readText(file: string): Promise<ReadText> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return refuse(file, 'not-a-file', '这不是普通文件。')
    if (found.size > maximumBytes) return refuse(file, 'file-too-large', describeSize(found.size))
    const bytes = await readFile(file)
    // It may have grown since it was measured.
    if (bytes.length > maximumBytes) return refuse(file, 'file-too-large', describeSize(bytes.length))
    return decode(file, bytes)
  } catch (error) {
    return refuse(file, 'file-unreadable', `读不了这个文件：${describeSystemError(error)}。`)
  }
}

function decode(file: string, bytes: Buffer): ReadText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const read = bytes.toString('utf8')
    const before = read.slice(0, Math.max(0, read.indexOf('\uFFFD'))).split('\n')
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    const message = '文件不是 UTF-8 编码，请另存为 UTF-8 后再导入。'
    return { violation: { file, ...place, pointer: '', rule: 'not-utf-8', message } }
  }
}

function refuse(file: string, rule: string, message: string): ReadText {
  return { violation: { file, line: 1, column: 1, pointer: '', rule, message } }
}

function describeSize(bytes: number): string {
  return `文件有 ${(bytes / 1024 / 1024).toFixed(1)} MB，超过 ${maximumBytes / 1024 / 1024} MB 的上限。`
}
