import { headOf } from '../domain/item-index.ts'
import { listItemNames } from '../domain/item-names.ts'
import { once } from '../domain/once.ts'
import type { FoldedItem, ReadDocument, ReadFile } from '../ports/catalogue-files.ts'
import type { ApprovalItem } from '../schema/types.ts'

type ReadItem = Extract<ReadDocument, { kind: 'item' }>

/** A file as it goes from one thread to another; an item is folded, its JSON lies between two places of `FoldedFiles.bytes`. */
export type FoldedFile =
  | (Omit<FoldedItem, 'json'> & { file: string; kind: 'item'; from: number; to: number })
  | Exclude<ReadFile, ReadItem>

/** Files read together. `bytes` can be handed over without a copy. */
export interface FoldedFiles {
  files: FoldedFile[]
  bytes: Uint8Array<ArrayBuffer>
}

/** UTF-16 needs at most three bytes of UTF-8 a unit. */
const bytesOfUnit = 3

/** Folds the items among files. */
export function foldFiles(files: readonly ReadFile[]): FoldedFiles {
  const texts = files.map((file) => (isItem(file) ? JSON.stringify(file.document) : ''))
  const room = Buffer.allocUnsafeSlow(bytesOfUnit * texts.reduce((length, text) => length + text.length, 0))
  let to = 0
  const folded = files.map((file, index): FoldedFile => {
    if (!isItem(file)) return file
    const from = to
    to += room.write(texts[index] ?? '', from)
    const names = listItemNames(file.document)
    return { file: file.file, kind: 'item', head: headOf(file.document), ...(names && { names }), from, to }
  })
  return { files: folded, bytes: new Uint8Array(room.subarray(0, to)) }
}

function isItem(file: ReadFile): file is ReadItem {
  return file.kind === 'item' && file.violations === undefined
}

/** The files as they were read. */
export function unfoldFiles({ files, bytes }: FoldedFiles): ReadFile[] {
  return files.map((file) => ('from' in file ? unfoldItem(file, bytes.subarray(file.from, file.to)) : file))
}

function unfoldItem({ file, head, names }: Extract<FoldedFile, { from: number }>, json: Uint8Array): ReadItem {
  // It was checked before it was folded.
  const document = once(
    () => JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString()) as ApprovalItem,
  )
  return {
    file,
    kind: 'item',
    folded: { head, ...(names && { names }), json },
    get document() {
      return document()
    },
  }
}
