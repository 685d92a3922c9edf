import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseFully } from '../../src/exchange/parse-yaml.ts'
import { readQuickly } from '../../src/exchange/quick-yaml.ts'
import { yamlOf } from '../../src/exchange/yaml-of.ts'
import { isBlockText, scalarOf } from '../../src/exchange/yaml-scalars.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import { checkedKinds } from '../../src/schema/schema-files.ts'

const folder = new URL('../../schemas/', import.meta.url)
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** Pieces from which YAML is made and broken. */
const pieces = [
  'a',
  '甲',
  '1',
  '0',
  '-',
  ' ',
  '  ',
  '\n',
  '\n  ',
  ': ',
  ':',
  '- ',
  ', ',
  '[',
  ']',
  '{ ',
  ' }',
  '{}',
  '[]',
  "'",
  '"',
]
const signs = [
  '|',
  '|-',
  '>',
  '#',
  ' #',
  '&',
  '*',
  '!',
  '?',
  '? ',
  '%',
  '@',
  '~',
  'null',
  'true',
  '---\n',
  '\\',
  '.',
  '\t',
  '\r',
]
const noise = fc.constantFrom(...pieces, ...signs)

/** The quick reader may give up, but never read something else than the full parser, or what that one refuses. */
function expectAgreement(text: string): void {
  const value = readQuickly(text)
  if (value === undefined) return
  const full = parseFully(text)
  expect({ text, value: full.value, violations: full.violations }).toEqual({ text, value, violations: undefined })
}

describe('the quick reader', () => {
  it.each(checkedKinds)('reads what the writer makes of a %s', (kind) => {
    const text = readFileSync(new URL(`${kind}.full.yaml`, folder), 'utf8')
    const { document } = checkDocument(kind, parseFully(text).value)
    if (!document) throw new Error('the example does not pass')
    const written = yamlOf(kind, document)
    expect(readQuickly(written)).toEqual(parseFully(written).value)
  })

  it('agrees with the full parser on examples with something changed anywhere', () => {
    const changed = fc.tuple(fc.constantFrom(...examples), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), noise)
    fc.assert(
      fc.property(changed, ([text, where, removed, added]) => {
        const at = Math.floor(where * text.length)
        expectAgreement(text.slice(0, at) + added + text.slice(at + removed))
      }),
      { numRuns: 400 },
    )
  })

  it('agrees with the full parser on texts thrown together from pieces', () => {
    const thrown = fc.array(noise, { maxLength: 14 }).map((parts) => `${parts.join('')}\n`)
    fc.assert(fc.property(thrown, expectAgreement), { numRuns: 1500 })
    const entries = fc.array(fc.array(noise, { maxLength: 6 }), { maxLength: 5 })
    const lines = entries.map((parts) => parts.map((line, index) => `k${index}: ${line.join('')}\n`).join(''))
    fc.assert(fc.property(lines, expectAgreement), { numRuns: 1500 })
  })

  it('leaves comments, tabs, second documents and repeated fields to the full parser', () => {
    for (const text of [
      'a: 1 # one\n',
      'a:\t1\n',
      'a: 1\n---\nb: 2\n',
      'a: 1\na: 2\n',
      'a: { b: 1, b: 2 }\n',
      'a: &x 1\n',
      '',
    ]) {
      expect(readQuickly(text)).toBeUndefined()
    }
  })
})

describe('the scalars that are written', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(noise).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }).filter((text) => !/\p{Cs}/u.test(text)),
    fc.constantFrom(
      'null',
      'Yes',
      '1',
      '1e3',
      '0x1',
      '2014-05-04',
      '2014-05-04-17',
      '.inf',
      '=1+1',
      '',
      ' ',
      'a ',
      '\u2028',
      '\u0085',
      '\uFEFF',
    ),
  )

  it('come back as they were, in a row, in brackets and as a block', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const block = isBlockText(text)
          ? `|${text.endsWith('\n') ? '' : '-'}\n${text.replace(/\n$/, '').replaceAll(/^(?=.)/gm, '  ')}`
          : scalarOf(text)
        const written = `a: ${scalarOf(text)}\nb: { c: ${scalarOf(text)}, d: [${scalarOf(text)}] }\ne: ${block}\n`
        expect(parseFully(written)).toMatchObject({ value: { a: text, b: { c: text, d: [text] }, e: text } })
        expectAgreement(written)
      }),
      { numRuns: 1000 },
    )
  })
})
