import { CatalogError } from '../domain/catalog-error.ts'

/** One end of the line between the first process and a worker: `process` or a worker of node:cluster. */
interface LineEnd {
  send(message: Envelope, done: (error: Error | null) => void): unknown
  on(event: 'message', listener: (message: Envelope) => void): unknown
}
interface Envelope {
  kind: 'ask' | 'answer' | 'refusal'
  topic: string
  number: number
  content: unknown
}
type Answerers = Readonly<Record<string, (content: unknown) => unknown>>
interface Asked {
  resolve(content: unknown): void
  reject(error: unknown): void
}

/** Questions to the other process, by topic; both ends may ask. */
export interface WorkerChannel {
  /** What the other end answers; its CatalogErrors come over as such. Never answered when the other process ends. */
  ask(topic: string, content?: unknown): Promise<unknown>
}

/** Opens one end; `answerers` are asked by the other end, an unknown topic is refused. */
export function openWorkerChannel(line: LineEnd, answerers: Answerers): WorkerChannel {
  // A process that has ended hears nothing; whoever started it learns of that by its end.
  const send = (message: Envelope) => void line.send(message, () => {})
  const asked = new Map<number, Asked>()
  let last = 0
  const reply = async ({ topic, number, content }: Envelope) => {
    try {
      const answer = await answererOf(answerers, topic)(content)
      send({ kind: 'answer', topic, number, content: answer ?? null })
    } catch (error) {
      send({ kind: 'refusal', topic, number, content: factsOf(error) })
    }
  }
  line.on('message', (message) => {
    if (message.kind === 'ask') void reply(message)
    else settle(asked, message)
  })
  return {
    ask: (topic, content = null) =>
      new Promise((resolve, reject) => {
        last += 1
        asked.set(last, { resolve, reject })
        send({ kind: 'ask', topic, number: last, content })
      }),
  }
}

function answererOf(answerers: Answerers, topic: string): (content: unknown) => unknown {
  const answerer = answerers[topic]
  if (answerer === undefined) throw new Error(`nobody answers ${topic}`)
  return answerer
}

function settle(asked: Map<number, Asked>, { kind, number, content }: Envelope): void {
  const question = asked.get(number)
  asked.delete(number)
  if (kind === 'answer') question?.resolve(content)
  else question?.reject(errorOf(content))
}

interface Facts {
  code: string | null
  facts: Readonly<Record<string, unknown>>
  message: string
}

function factsOf(error: unknown): Facts {
  if (error instanceof CatalogError) return { code: error.code, facts: error.facts, message: error.message }
  return { code: null, facts: {}, message: String(error) }
}

function errorOf(content: unknown): Error {
  // Only `factsOf` writes refusals.
  const { code, facts, message } = content as Facts
  return code === null ? new Error(message) : new CatalogError(code, facts)
}
