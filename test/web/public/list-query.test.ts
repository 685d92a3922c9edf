import { describe, expect, it } from '@jest/globals'
import { InputRefusedError } from '../../../src/domain/catalog-error.ts'
import { safeBack } from '../../../src/web/public/choose-display.ts'
import { readListQuery } from '../../../src/web/public/list-query.ts'

describe('the parameters of the list page', () => {
  it('are read as words, filters and a page', () => {
    expect(readListQuery({ q: ' 餐馆 ', agency: 'fgw', page: '2' })).toEqual({
      q: '餐馆',
      filters: { agency: 'fgw' },
      page: 2,
      pageSize: 20,
    })
  })

  it('count as absent when a form sends them empty', () => {
    expect(readListQuery({ q: '', agency: '', page: '' })).toEqual({ filters: {}, page: 1, pageSize: 20 })
  })

  it('are ignored when the page does not know them, for links carry marks of other sites', () => {
    expect(readListQuery({ utm_source: 'wechat', from: ['a', 'b'] })).toEqual({ filters: {}, page: 1, pageSize: 20 })
  })

  it.each([
    ['a page size of nothing', { pageSize: '0' }],
    ['a page size of everything', { pageSize: '100000' }],
    ['a page that is no number', { page: '1e3' }],
    ['words that are a book', { q: '长'.repeat(10_000) }],
    ['one given twice', { agency: ['a', 'b'] }],
  ])('are refused with %s', (_what, query) => {
    expect(() => readListQuery(query)).toThrow(InputRefusedError)
  })

  it('are refused with every fault named', () => {
    expect.assertions(1)
    try {
      readListQuery({ q: '长'.repeat(10_000), page: '0', pageSize: '0' })
    } catch (error) {
      expect(error).toHaveProperty('violations.length', 3)
    }
  })
})

describe('the way back after a change of display', () => {
  it('leads to the page of this site', () => {
    expect(safeBack('/items?q=%E9%A4%90&page=2')).toBe('/items?q=%E9%A4%90&page=2')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\r\nSet-Cookie: x=1',
    undefined,
    ['/', '/'],
  ])('leads home instead of to %j', (back) => {
    expect(safeBack(back)).toBe('/')
  })
})
