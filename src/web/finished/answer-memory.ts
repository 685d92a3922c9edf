import type { FinishedAnswer } from './finished-answer.ts'

interface Kept {
  answer: FinishedAnswer
  /** As counted; the answer grows when it is packed another way. */
  bytes: number
}
class Generation {
  readonly kept = new Map<string, Kept>()
  bytes = 0

  remove(key: string): FinishedAnswer | undefined {
    const kept = this.kept.get(key)
    if (kept === undefined) return undefined
    this.kept.delete(key)
    this.bytes -= kept.bytes
    return kept.answer
  }
}

/**
 * Keeps answers within a bound of bytes; those not asked for in a while go first.
 *
 * Two generations instead of a list in order of use: asking for an answer of the young one costs a look-up and nothing else. When the young one has half of
 * the bytes it becomes the old one, and what is not asked for until the next change of generation is gone.
 */
export class AnswerMemory {
  readonly #mostBytes: number
  #young = new Generation()
  #old = new Generation()

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get bytes(): number {
    return this.#young.bytes + this.#old.bytes
  }

  get size(): number {
    return this.#young.kept.size + this.#old.kept.size
  }

  find(key: string): FinishedAnswer | undefined {
    const young = this.#young.kept.get(key)
    if (young !== undefined) return young.answer
    const old = this.#old.remove(key)
    if (old !== undefined) this.keep(key, old)
    return old
  }

  /** Keeps an answer, or counts anew one that has grown. */
  keep(key: string, answer: FinishedAnswer): void {
    const { bytes } = answer
    this.#young.remove(key)
    this.#old.remove(key)
    if (bytes > this.#mostBytes / 2) return
    if (this.#young.bytes + bytes > this.#mostBytes / 2) {
      this.#old = this.#young
      this.#young = new Generation()
    }
    this.#young.kept.set(key, { answer, bytes })
    this.#young.bytes += bytes
  }

  clear(): void {
    this.#young = new Generation()
    this.#old = new Generation()
  }
}
