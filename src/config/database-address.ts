/** Where a catalogue is kept: in a file of its own, or in a MongoDB database. */
export type DatabaseAddress = { kind: 'file'; path: string } | { kind: 'mongodb'; uri: string }

/** Reads `file:<path>`, `mongodb://…` or `mongodb+srv://…`; `undefined`: it is none of them. */
export function parseDatabaseAddress(url: string): DatabaseAddress | undefined {
  if (/^mongodb(\+srv)?:\/\/[^/?]/.test(url)) return { kind: 'mongodb', uri: url }
  return url.startsWith('file:') && url.length > 'file:'.length
    ? { kind: 'file', path: url.slice('file:'.length) }
    : undefined
}
