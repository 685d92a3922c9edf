import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { UseCases } from '../../use-cases/use-cases.ts'
import { AnswerMemory } from './answer-memory.ts'
import { createEditionWatch } from './edition-watch.ts'
import type { FinishedAnswer } from './finished-answer.ts'
import { keyOf, kindOf } from './request-kind.ts'
import { sendTaken, type TakenAnswer, takeAnswer } from './take-answer.ts'

export interface FinishedAnswers {
  handler: RequestListener
  /** Asks for the catalogue's revision before the next answer: somebody has changed the catalogue, or may have. */
  lookAgain(): void
  /** Since the start, and kept now. */
  figures(): { given: number; made: number; bytes: number; count: number }
}
interface Options {
  /** Bound of the memory taken, in bytes. */
  mostBytes?: number
  /** Told when a request that may have changed the catalogue was answered. */
  changed?(): void
}

/**
 * Serves finished answers ahead of Express and falls through to it for everything else.
 *
 * A complete 200 answer to a GET is kept in the encodings that were asked for, and thrown away as soon as the catalogue's revision or the day has changed.
 * The revision is asked for at most every 250 ms, so an answer is at most that much out of date, whoever changed the catalogue and whatever his clock says.
 * Readers who want the same answer at the same time wait for one rendering.
 */
export function serveFinishedAnswers(
  next: RequestListener,
  useCases: Pick<UseCases, 'servedRevision' | 'today'>,
  { mostBytes = 32 * 1024 * 1024, changed = () => {} }: Options = {},
): FinishedAnswers {
  const memory = new AnswerMemory(mostBytes)
  const underWay = new Map<string, Promise<TakenAnswer | undefined>>()
  const count = { given: 0, made: 0 }
  const watch = createEditionWatch(useCases, () => {
    memory.clear()
    underWay.clear()
  })

  const make = async (key: string, req: IncomingMessage, res: ServerResponse) => {
    count.made += 1
    const edition = watch.edition()
    const taking = takeAnswer(req, res, next)
    underWay.set(key, taking)
    const taken = await taking
    if (underWay.get(key) === taking) underWay.delete(key)
    if (taken === undefined) return
    await sendTaken(taken, { req, res })
    if (taken.isShared && watch.edition() === edition) memory.keep(key, taken.answer)
  }

  const answer = (req: IncomingMessage, res: ServerResponse): Promise<void> | undefined => {
    const key = keyOf(req)
    const known = memory.find(key)
    if (known !== undefined) {
      count.given += 1
      return deliver(known, req, res)?.then(() => memory.keep(key, known))
    }
    const taken = underWay.get(key)
    if (taken === undefined) return make(key, req, res)
    return taken.then((made) => (made?.isShared ? deliver(made.answer, req, res) : make(key, req, res)))
  }

  const answerShared: RequestListener = (req, res) => {
    const broken = () => void res.destroy()
    if (watch.isFresh()) answer(req, res)?.catch(broken)
    else
      watch.look().then(
        () => answer(req, res)?.catch(broken),
        // A store that cannot be asked answers through Express, with its problem document.
        () => next(req, res),
      )
  }

  return {
    handler: (req, res) => {
      const kind = kindOf(req)
      if (kind === 'shared') answerShared(req, res)
      else if (kind === 'own') answerOwn(req, res, next).catch(() => void res.destroy())
      else {
        res.once('finish', () => {
          watch.lookAgain()
          changed()
        })
        next(req, res)
      }
    },
    lookAgain: watch.lookAgain,
    figures: () => ({ ...count, bytes: memory.bytes, count: memory.size }),
  }
}

/** An answer for one reader is packed and tagged as the others are, and kept by nobody else. */
async function answerOwn(req: IncomingMessage, res: ServerResponse, next: RequestListener): Promise<void> {
  const taken = await takeAnswer(req, res, next, 'private, no-cache')
  if (taken !== undefined) await sendTaken(taken, { req, res })
}

/** `undefined`: it was ready and has left. */
function deliver(answer: FinishedAnswer, req: IncomingMessage, res: ServerResponse): Promise<void> | undefined {
  if (answer.send(res, req)) return undefined
  return answer.prepare(req).then(() => void answer.send(res, req))
}
