import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { linksOf, openPages, type Pages, wordsOf } from './open-pages.ts'

let pages: Pages
beforeAll(async () => {
  pages = await openPages()
})
afterAll(() => pages.close())

const page = async (path: string) => {
  // The test client encodes what it is given.
  const { status, text } = await pages.get(decodeURI(path))
  return { status, words: wordsOf(text), links: linksOf(text) }
}

describe('the page of findings', () => {
  it('has the counts, the commonest, the agencies and the years', async () => {
    const { status, words, links } = await page('/findings')
    expect(status).toBe(200)
    for (const part of ['错误', '提醒', '建议', '最常见的', '各部门', '历年', '怎么改']) expect(words).toContain(part)
    expect(links).toContain('/findings?agency=fgw')
  })

  it('has every place of an agency, with a way to the item', async () => {
    const { words, links } = await page('/findings?agency=fgw')
    expect(words).toContain('每一处')
    expect(links).toContain('/items/fgw-001')
  })

  it('is reached from the page of the agency', async () => {
    expect((await page('/agencies/fgw')).links).toContain('/findings?agency=fgw')
  })

  it.each([
    ['/findings?agency=none', 404],
    ['/findings?asOf=2014-02-30', 400],
  ])('refuses %s', async (path, status) => {
    expect((await page(path)).status).toBe(status)
  })
})

describe('the pages of laws', () => {
  it('list the register and lead to each law', async () => {
    const { status, words, links } = await page('/laws')
    const law = links.find((href) => href.startsWith('/laws/')) ?? ''
    expect([status, words.includes('部法律文件')]).toEqual([200, true])
    const own = await page(law)
    expect([own.status, own.words.includes('它失效会怎样')]).toEqual([200, true])
  })

  it('are reached from the item that cites the law', async () => {
    const law = (await page('/items/fgw-001')).links.find((href) => href.startsWith('/laws/')) ?? ''
    const { links, words } = await page(law)
    expect(links).toContain('/items/fgw-001')
    expect(words).toContain('没有别的设定依据')
  })

  it('refuse a law that is not in the register', async () => {
    const { status, words } = await page('/laws/<b>没有')
    expect([status, words.includes('依据登记册里没有这部法律文件')]).toEqual([404, true])
  })
})
