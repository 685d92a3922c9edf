import { constants, inflateRawSync } from 'node:zlib'

/** What a workbook's archive may hold at most: far above any catalogue, far below what would fill the memory. */
export const archiveLimits = { bytes: 20 * 1024 * 1024, entries: 2_000, inflatedBytes: 150 * 1024 * 1024 } as const

/** Why a file is no archive that will be opened, in Chinese. */
export class ArchiveFault extends Error {}

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 } as const
/** Size of the record at the end and of the longest comment behind it. */
const endSize = 22
const longestComment = 0xffff

interface Entry {
  name: string
  isEncrypted: boolean
  method: number
  packedSize: number
  size: number
  offset: number
}

/**
 * The XML parts of a zip archive, by path. Its table of contents counts, as for the programs that write workbooks.
 *
 * No entry grows beyond the size that the table names, and all together not beyond the limit: an archive bomb ends there.
 * @throws ArchiveFault
 */
export function openArchive(bytes: Buffer): Map<string, Buffer> {
  if (isOldOffice(bytes)) {
    throw new ArchiveFault('这是旧版 .xls 表格，或加了密码的文件，请另存为不加密码的 .xlsx')
  }
  const entries = listEntries(bytes)
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new ArchiveFault('文件加了密码，请去掉密码后再导入')
  const wanted = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))
  const announced = wanted.reduce((sum, { size }) => sum + size, 0)
  if (announced > archiveLimits.inflatedBytes) throw tooLarge()
  return new Map(wanted.map((entry) => [entry.name, inflate(bytes, entry)]))
}

/** Compound files: .xls, and workbooks behind a password. */
function isOldOffice(bytes: Buffer): boolean {
  return bytes.length > 8 && bytes.readUInt32BE(0) === 0xd0cf11e0
}

function tooLarge(): ArchiveFault {
  return new ArchiveFault(`解开以后超过 ${archiveLimits.inflatedBytes / 1024 / 1024} MB，不会是事项目录，没有打开`)
}

function listEntries(bytes: Buffer): Entry[] {
  const end = findEnd(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > archiveLimits.entries) throw new ArchiveFault(`里面有 ${count} 个文件，不会是表格，没有打开`)
  const entries: Entry[] = []
  let position = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (position + 46 > bytes.length || bytes.readUInt32LE(position) !== signatures.directory) throw broken()
    const nameLength = bytes.readUInt16LE(position + 28)
    entries.push(entryAt(bytes, position, nameLength))
    position += 46 + nameLength + bytes.readUInt16LE(position + 30) + bytes.readUInt16LE(position + 32)
  }
  return entries
}

function entryAt(bytes: Buffer, position: number, nameLength: number): Entry {
  return {
    name: bytes.toString('utf8', position + 46, position + 46 + nameLength).replaceAll('\\', '/'),
    isEncrypted: (bytes.readUInt16LE(position + 8) & 1) === 1,
    method: bytes.readUInt16LE(position + 10),
    packedSize: bytes.readUInt32LE(position + 20),
    size: bytes.readUInt32LE(position + 24),
    offset: bytes.readUInt32LE(position + 42),
  }
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - endSize; at >= Math.max(0, bytes.length - endSize - longestComment); at--) {
    if (bytes.readUInt32LE(at) === signatures.end) return at
  }
  throw new ArchiveFault('这不是 .xlsx 工作簿：内容不是表格程序存的压缩包')
}

function broken(): ArchiveFault {
  return new ArchiveFault('文件不完整或已损坏，请用表格程序打开后重新保存')
}

function inflate(bytes: Buffer, { method, packedSize, size, offset }: Entry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== signatures.local) throw broken()
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + packedSize)
  if (method === 0 && packed.length === size) return packed
  if (method !== 8) throw broken()
  try {
    // One more than announced, for nothing may be empty here; whatever is longer than it said is refused.
    const inflated = inflateRawSync(packed, { maxOutputLength: size + 1, finishFlush: constants.Z_SYNC_FLUSH })
    if (inflated.length === size) return inflated
  } catch (error) {
    throw Object.assign(broken(), { cause: error })
  }
  throw broken()
}
