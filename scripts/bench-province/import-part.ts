import { openStoredCatalogue } from '../../src/compose/catalogue.ts'
import { costOf, peakMemory } from './timing.ts'

/** The folder imported into an empty store, as the command line does it. */
export async function importPart(database: string, folder: string) {
  const catalogue = await openStoredCatalogue({ kind: 'file', path: database })
  const { wait, processor } = await costOf(() => catalogue.importCatalogue([folder]))
  await catalogue.close()
  return { import: processor, importWait: wait, importMemory: peakMemory() }
}

/** Every rule on every active item, decision and on the whole, the reading of the store included. */
export async function checkPart(database: string) {
  const catalogue = await openStoredCatalogue({ kind: 'file', path: database })
  let findings = 0
  const { wait, processor } = await costOf(async () => {
    findings = (await catalogue.checkCatalogue({})).length
  })
  await catalogue.close()
  return { check: processor, checkWait: wait, checkMemory: peakMemory(), findings }
}
