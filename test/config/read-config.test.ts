import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../src/config/read-config.ts'

describe('readConfig', () => {
  it('has defaults for everything', () => {
    const expected = {
      port: 3000,
      host: undefined,
      database: { kind: 'file', path: 'data/banshi.db' },
      logLevel: 'info',
      workers: 1,
      trustedProxies: 0,
    }
    expect(readConfig({ PORT: '' })).toEqual(expected)
  })

  it('answers a frozen object', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })

  it.each([
    ['file:/srv/banshi.db', { kind: 'file', path: '/srv/banshi.db' }],
    ['mongodb://a:27017,b:27017/banshi?replicaSet=rs0', { kind: 'mongodb' }],
    ['mongodb+srv://cluster.example.org/banshi', { kind: 'mongodb' }],
  ])('reads DATABASE_URL=%s', (DATABASE_URL, database) => {
    expect(readConfig({ DATABASE_URL }).database).toMatchObject(database)
  })

  it('keeps a password out of the message', () => {
    const refused = () => readConfig({ DATABASE_URL: 'postgres://banshi:geheim@localhost/banshi' })
    expect(refused).toThrow(expect.objectContaining({ code: 'bad-config' }))
    expect(refused).not.toThrow(/geheim/)
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mongodb://'],
    ['DATABASE_URL', 'postgres://localhost/banshi'],
    ['DATABASE_URL', 'file:'],
    ['DATABASE_URL', 'data/banshi.db'],
    ['LOG_LEVEL', 'loud'],
    ['WORKERS', '0'],
    ['WORKERS', '65'],
    ['WORKERS', 'many'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'bad-config', facts: expect.objectContaining({ name }) }),
    )
  })
})
