import type { mongo } from 'mongoose'
import { isAnswerLost } from './translate-mongo-error.ts'

/**
 * Sessions whose server was away before their transaction could be ended: it would stay open for a minute there, and keep all writers out.
 */
export class AbandonedSessions {
  #sessions: mongo.ServerSessionId[] = []

  add(session: mongo.ServerSessionId): void {
    this.#sessions.push(session)
  }

  /** Ends their transactions, once the server is back. One that cannot end others' transactions does so by itself, later. */
  async end(client: mongo.MongoClient): Promise<void> {
    if (this.#sessions.length === 0) return
    const ended = this.#sessions
    try {
      await client.db('admin').command({ killSessions: ended })
    } catch (error) {
      if (isAnswerLost(error)) throw error
    }
    this.#sessions = this.#sessions.filter((session) => !ended.includes(session))
  }
}
