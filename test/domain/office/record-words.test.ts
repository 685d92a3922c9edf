import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { recordActions, wordsOfAction, wordsOfFact, wordsOfSubject } from '../../../src/domain/office/record-words.ts'
import { transitions } from '../../../src/domain/office/transitions.ts'

const folder = 'src/use-cases'
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')
/** What use cases call what they do: `action: 'account.add'`. */
const written = [...source.matchAll(/\baction(?::| =) '([a-zA-Z]+(?:\.[a-zA-Z]+)?)'/g)].map(
  ([, action]) => action ?? '',
)
const recorded = [...new Set(written.filter((action) => action.includes('.') || action === 'refused'))]

describe('the words of the record', () => {
  it.each(recorded)('name the action %s in Chinese', (action) => {
    expect(wordsOfAction(action)).toMatch(/^[一-龥]/)
  })

  it.each(transitions.map(({ action }) => `edition.${action}`))(
    'name the step %s, and offer it as a filter',
    (action) => {
      expect(wordsOfAction(action)).toMatch(/^[一-龥]/)
      expect(recordActions).toContain(action)
    },
  )

  it('offer nothing as a filter that has no words', () => {
    expect(recordActions.filter((action) => !/^[一-龥]/.test(wordsOfAction(action)))).toEqual([])
  })

  it.each([
    ['edition/fgw-001.3', '指南 fgw-001.3'],
    ['catalogue/main', '目录'],
    ['action/account.add', '操作“新建账号”'],
    [`token/${'a'.repeat(64)}`, '接口令牌 aaaaaaaaaaaa'],
    ['unknown', 'unknown '],
  ])('say of %s: %s', (subject, words) => {
    expect(wordsOfSubject(subject)).toBe(words)
  })

  it('leave the names of unknown facts as they are', () => {
    expect([wordsOfFact('comment'), wordsOfFact('x')]).toEqual(['意见', 'x'])
  })
})
