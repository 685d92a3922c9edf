import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import chromiumPackage from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { composeOver } from '../../src/compose.ts'
import type { Office } from '../../src/use-cases/office/create-office.ts'
import { createApp } from '../../src/web/create-app.ts'
import { openStoreUnderTest } from '../builders/store-under-test.ts'
import { removeStores } from '../builders/stores.ts'

export interface Site {
  origin: string
  browser: Browser
  office: Office
  /** A page of the site in a context of its own. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>
  /** What the API answers. */
  askApi<T>(path: string): Promise<T>
  close(): Promise<void>
}

/** A browser that comes as a package. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    // Not the package's own arguments: they put all in one process, which then ends with the first context.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
}

/** The real site over a new store filled from `catalog/`, and a browser that comes as a package. */
export async function openSite(): Promise<Site> {
  const parts = composeOver(await openStoreUnderTest())
  await parts.importCatalogue(['catalog'])
  const { useCases, office } = parts
  const server = createServer(createApp({ useCases, office }))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // The cast: a server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo
  const browser = await openBrowser()
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    browser,
    office,
    async visit(path, options = {}) {
      const context = await browser.newContext({ baseURL: origin, ...options })
      const page = await context.newPage()
      await page.goto(path)
      return page
    },
    async askApi<T>(path: string) {
      const answer = await fetch(origin + path)
      // The cast: the shape is the contract's, held by the tests of the API.
      return (await answer.json()) as T
    },
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await parts.close()
      await removeStores()
    },
  }
}

/** Clicks what leads to another page and waits until that is there: questions asked at once would still be answered by this one. */
export async function follow(link: Locator): Promise<void> {
  await Promise.all([link.page().waitForEvent('load'), link.click()])
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** What axe-core finds on the page, a line each. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe })
  // Evaluated in the page, where axe-core has put `axe`; this side knows nothing of its type.
  return page.evaluate(`axe.run(document).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.join(' '))))`)
}
