import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Violation } from '../domain/catalog-error.ts'
import type { CheckedKind } from '../schema/schema-files.ts'
import { isDocumentFile, kindOfPath } from './document-kind.ts'
import { describeSystemError } from './system-errors.ts'

/** A file to be read, by the path the user gave. */
export interface ListedFile {
  file: string
  /** By its place in the folder; absent for a file that was named alone. */
  kind?: CheckedKind
  /** Why it will not be read. */
  violation?: Violation
}

/**
 * The files behind paths of folders and files, each once, in the order of their paths.
 *
 * Hidden files and whatever is not YAML or JSON are passed over; a YAML or JSON file in an unknown place is a violation, because somebody
 * meant it to be read.
 */
export async function listFiles(paths: readonly string[]): Promise<ListedFile[]> {
  const found = new Map<string, ListedFile>()
  for (const path of paths) {
    for (const listed of await listPath(path)) {
      if (!found.has(resolve(listed.file))) found.set(resolve(listed.file), listed)
    }
  }
  return [...found.values()].sort((one, other) => compareText(one.file, other.file))
}

async function listPath(path: string): Promise<ListedFile[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [{ file: path }]
    const files = (await listFolder(path)).filter((file) => isDocumentFile(file))
    if (files.length > 0) return files.map((file) => listInFolder(path, file))
    return [refuse(path, 'empty-folder', '文件夹里没有 YAML 或 JSON 文件。')]
  } catch (error) {
    return [refuse(path, 'path-unreadable', `读不了：${describeSystemError(error)}。`)]
  }
}

/** Every file below a folder, hidden ones left out; links to folders are not followed. */
async function listFolder(folder: string): Promise<string[]> {
  const files: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await listFolder(path)))
    else files.push(path)
  }
  return files
}

function listInFolder(folder: string, file: string): ListedFile {
  // A part of a catalogue may be given alone, as in `import catalog/items/fgw`.
  const kind = kindOfPath(relative(folder, file)) ?? kindOfPath(resolve(file))
  return kind ? { file, kind } : refuse(file, 'unknown-file', '目录里没有这种文件，请移走或改名。')
}

function refuse(file: string, rule: string, message: string): ListedFile {
  return { file, violation: { file, line: 1, column: 1, pointer: '', rule, message } }
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
