import type { CatalogStore, DocumentKind, DocumentKinds } from '../ports/catalog-store.ts'
import type { CatalogueFiles, FileFormat, WritableDocument } from '../ports/catalogue-files.ts'

export interface ExportPorts {
  store: CatalogStore
  files: CatalogueFiles
}

/** Which files an export wrote, relative to its folder. */
export interface ExportReport {
  files: string[]
}

/**
 * Writes the stored catalogue into a folder, in the layout from which it can be imported (`yaml`, `json`), or as tables (`csv`).
 *
 * The function it makes throws what `CatalogueFiles.write` throws, and nothing is removed that no export wrote.
 */
export function createExportCatalogue({ store, files }: ExportPorts) {
  return async (folder: string, { format }: { format: FileFormat }): Promise<ExportReport> => {
    const documents: WritableDocument[] = []
    for (const kind of ['policy', 'regions', 'agencies', 'laws', 'item', 'decision'] as const) {
      documents.push(...(await listWritable(store, kind)))
    }
    return { files: await files.write(folder, documents, format) }
  }
}

async function listWritable<Kind extends DocumentKind>(store: CatalogStore, kind: Kind): Promise<WritableDocument[]> {
  const stored = await store.list(kind)
  return stored.map(({ body }: { body: DocumentKinds[Kind] }) => ({ kind, document: body }) as WritableDocument)
}
