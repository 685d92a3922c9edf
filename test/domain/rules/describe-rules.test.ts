import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { describeRules } from '../../../src/domain/rules/describe-rules.ts'
import { rules } from '../../../src/domain/rules/rules.ts'

describe('the document of the rules', () => {
  it('is what the table says today', () => {
    expect(readFileSync(join(process.cwd(), 'docs/rules.md'), 'utf8')).toBe(describeRules())
  })

  it('names every rule once', () => {
    const named = [...describeRules().matchAll(/^\| ([A-Z]{3}-\d{2}) \|/gm)].map(([, id]) => id)
    expect(named.sort()).toEqual(rules.map(({ id }) => id))
  })
})

describe('the table of rules', () => {
  it('gives every rule an id of its own, a sentence and a way to mend it', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(rules.filter(({ message, mend }) => !/。$/.test(message) || !/。$/.test(mend)).map(({ id }) => id)).toEqual(
      [],
    )
  })

  it('names the fields that each rule reads as JSON pointers', () => {
    expect(rules.filter(({ reads }) => reads.length === 0 || reads.some((path) => !path.startsWith('/')))).toEqual([])
  })
})
