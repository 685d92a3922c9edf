/** A zip archive of parts that are not compressed: what the spreadsheet library is given to read, with nothing in it that was not looked at. */
export function packArchive(parts: ReadonlyMap<string, Buffer>): ArrayBuffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of parts) {
    const name = Buffer.from(path)
    const common = commonHeader(name, content)
    const local = Buffer.concat([word(0x04034b50), common, name])
    directory.push(Buffer.concat([word(0x02014b50), short(20), common, Buffer.alloc(10), word(offset), name]))
    pieces.push(local, content)
    offset += local.length + content.length
  }
  const table = Buffer.concat(directory)
  const counts = Buffer.concat([short(parts.size), short(parts.size), word(table.length), word(offset), short(0)])
  const whole = Buffer.concat([...pieces, table, word(0x06054b50), word(0), counts])
  // A view of its own memory, which the library takes as a whole.
  return new Uint8Array(whole).buffer
}

/** Version, flags (UTF-8 names), method, moment, checksum (nobody reads it), sizes, lengths: the same in both headers. */
function commonHeader(name: Buffer, content: Buffer): Buffer {
  const sizes = Buffer.concat([word(content.length), word(content.length), short(name.length), short(0)])
  return Buffer.concat([short(20), short(0x0800), short(0), word(0x00210000), word(0), sizes])
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
