import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cleanPastedText } from '../../../src/domain/texts/clean-pasted-text.ts'

const odd = fc
  .array(
    fc.constantFrom(
      '材',
      '料',
      ' ',
      '\u00a0',
      '\u200b',
      '\u200d',
      '👩',
      '🚒',
      '\ufe0f',
      '\uf0b7',
      '\uf0fc',
      '\r',
      '\n',
      '\v',
      '\u202e',
      '\ud83d',
      '\u{e0067}',
      '🏴',
    ),
    { maxLength: 30 },
  )
  .map((signs) => signs.join(''))

describe('a text pasted from Word', () => {
  it.each([
    ['blanks that do not break', '20\u00a0个\u202f工作日', '20 个 工作日'],
    ['tabs', '一\t二', '一 二'],
    ['zero-width blanks and marks of byte order', '营业\u200b执照\ufeff', '营业执照'],
    ['soft hyphens', '营业\u00ad执照', '营业执照'],
    [
      'line ends of Windows, and those inside a paragraph',
      '一\r\n二\v三\u2028四\u2029五\r六',
      '一\n二\n三\n四\n五\n六',
    ],
    ['control characters', '一\u0000二\u0007三\u001b四\u0085五', '一二三四\n五'],
    ['bullets of symbol fonts', '\uf0b7\t身份证\n\uf0d8 户口簿\n  \uf0a7照片', '- 身份证\n- 户口簿\n  - 照片'],
    ['boxes and ticks of symbol fonts', '同意\uf0a8 不同意\uf0fc', '同意□ 不同意✓'],
    ['other signs of symbol fonts', '材料\uf0e0清单', '材料清单'],
    ['signs that turn the direction of what follows', '\u202e照执业营\u202c\u200f\u2066a\u2069\u061c', '照执业营a'],
    ['halves of signs', '一\ud83d二\udc4d三', '一二三'],
    ['invisible letters', '通过\u{e0041}\u{e0042}', '通过'],
  ])('loses %s', (_, pasted, clean) => {
    expect(cleanPastedText(pasted)).toBe(clean)
  })

  it.each([
    '👩‍🚒👍🏽🇨🇳❤️',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '　　第一条　总则',
    '𠮷野',
    '①②\ue000',
    'a-b—c',
  ])('keeps %s', (text) => {
    expect(cleanPastedText(text)).toBe(text)
  })

  it('is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
        expect(cleanPastedText(cleanPastedText(text))).toBe(cleanPastedText(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('is cleaned in less than a second when it is a megabyte long', () => {
    const startedAt = performance.now()
    cleanPastedText('\uf0b7 🏴\u{e0067}申请\u200d材料\r\n'.repeat(60_000))
    cleanPastedText(`🏴${'\u{e0067}'.repeat(100_000)}`)
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})
