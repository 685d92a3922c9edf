import { EventEmitter } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import { CatalogError } from '../../src/domain/catalog-error.ts'
import { openWorkerChannel } from '../../src/serve/worker-channel.ts'

/** Two ends of a line; what one sends the other hears in the next turn, as text. */
function aLine() {
  const [left, right] = [new EventEmitter(), new EventEmitter()]
  const end = (own: EventEmitter, other: EventEmitter) => ({
    send: (message: unknown, done: (error: Error | null) => void) => {
      const text = JSON.stringify(message)
      setImmediate(() => other.emit('message', JSON.parse(text)))
      done(null)
    },
    on: (event: 'message', listener: (...args: never[]) => void) => own.on(event, listener as () => void),
  })
  return { left: end(left, right), right: end(right, left) }
}

describe('the channel between two processes', () => {
  it('brings each answer to its own question, also when a later one is answered first', async () => {
    const { left, right } = aLine()
    openWorkerChannel(right, { wait: (ms) => new Promise((resolve) => setTimeout(() => resolve(ms), Number(ms))) })
    const channel = openWorkerChannel(left, {})
    expect(await Promise.all([channel.ask('wait', 40), channel.ask('wait', 1)])).toEqual([40, 1])
  })

  it('lets both ends ask', async () => {
    const { left, right } = aLine()
    const one = openWorkerChannel(left, { name: () => 'left' })
    const other = openWorkerChannel(right, { name: () => 'right' })
    expect(await Promise.all([one.ask('name'), other.ask('name')])).toEqual(['right', 'left'])
  })

  it('brings refusals over with their facts', async () => {
    const { left, right } = aLine()
    openWorkerChannel(right, {
      draw: () => {
        throw new CatalogError('flowchart-refused', { line: 3 })
      },
    })
    const asked = openWorkerChannel(left, {}).ask('draw')
    await expect(asked).rejects.toMatchObject({ code: 'flowchart-refused', facts: { line: 3 } })
  })

  it('refuses what nobody answers', async () => {
    const { left, right } = aLine()
    openWorkerChannel(right, {})
    await expect(openWorkerChannel(left, {}).ask('sing')).rejects.toThrow('nobody answers sing')
  })
})
