import type { CatalogStore, DocumentKind, DocumentKinds } from '../ports/catalog-store.ts'
import type { CatalogueFiles, FileFormat, WritableDocument } from '../ports/catalogue-files.ts'
import type { Day } from '../schema/types.ts'
import { documentsInForce, itemsInCatalogue } from './export-day.ts'

export interface ExportPorts {
  store: CatalogStore
  files: CatalogueFiles
}

export interface ExportOptions {
  format: FileFormat
  /** Only the catalogue of that day; absent: everything that is stored. */
  asOf?: Day
}

/** Which files an export wrote, relative to its folder. */
export interface ExportReport {
  files: string[]
}

/**
 * Writes the stored catalogue into a folder, in the layout from which it can be imported (`yaml`, `json`), as tables (`csv`), as a
 * workbook (`xlsx`) that can be imported again, or as linked data (`jsonld`).
 *
 * The function it makes throws what `CatalogueFiles.write` throws, and nothing is removed that no export wrote.
 */
export function createExportCatalogue({ store, files }: ExportPorts) {
  return async (folder: string, { format, asOf }: ExportOptions): Promise<ExportReport> => {
    const documents: WritableDocument[] = []
    for (const kind of ['policy', 'regions', 'agencies', 'laws', 'item', 'decision'] as const) {
      documents.push(...(await listWritable(store, kind)))
    }
    return { files: await files.write(folder, asOf === undefined ? documents : ofDay(documents, asOf, format), format) }
  }
}

/** Tables say what was on the day; files from which a catalogue can be imported say what made it so. */
function ofDay(documents: readonly WritableDocument[], asOf: Day, format: FileFormat): WritableDocument[] {
  const saysWhatMadeIt = format === 'yaml' || format === 'json'
  return saysWhatMadeIt ? documentsInForce(documents, asOf) : itemsInCatalogue(documents, asOf)
}

async function listWritable<Kind extends DocumentKind>(store: CatalogStore, kind: Kind): Promise<WritableDocument[]> {
  const stored = await store.list(kind)
  return stored.map(({ body }: { body: DocumentKinds[Kind] }) => ({ kind, document: body }) as WritableDocument)
}
