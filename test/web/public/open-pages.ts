import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import request from 'supertest'
import { composeOver } from '../../../src/compose.ts'
import { createApp } from '../../../src/web/create-app.ts'
import { writeDecidedCatalogue } from '../../builders/a-decided-catalogue.ts'
import { openStoreUnderTest } from '../../builders/store-under-test.ts'
import { removeStores } from '../../builders/stores.ts'

/** The pages of a site over a catalogue with decisions of every kind, as a browser asks for them. */
export async function openPages() {
  const catalogue = writeDecidedCatalogue()
  const parts = composeOver(await openStoreUnderTest())
  await parts.importCatalogue([catalogue])
  const app = createApp({ useCases: parts.useCases })
  return {
    get: (path: string) => request(app).get(encodeURI(path)).set('Accept', 'text/html'),
    close: async () => {
      await parts.close()
      rmSync(dirname(catalogue), { recursive: true })
      await removeStores()
    },
  }
}
export type Pages = Awaited<ReturnType<typeof openPages>>

/** Words of a page as they are read, without tags and spaces. */
export function wordsOf(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, '')
}

/** Addresses of the links of a page. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
}
