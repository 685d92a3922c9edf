import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../src/config/read-config.ts'

describe('readConfig', () => {
  it('has defaults for everything', () => {
    const expected = { port: 3000, host: undefined, databasePath: 'data/banshi.db', logLevel: 'info' }
    expect(readConfig({ PORT: '' })).toEqual(expected)
  })

  it('answers a frozen object', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mongodb://localhost/banshi'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'data/banshi.db'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'bad-config', facts: expect.objectContaining({ name }) }),
    )
  })
})
