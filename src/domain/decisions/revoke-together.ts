import type { Day } from '../../schema/types.ts'
import type { Contradiction } from './contradiction.ts'
import type { Enactment } from './enactments.ts'
import { type ItemLife, letExpire, retell, takeBack } from './item-life.ts'
import { type EffectivePart, namePart } from './take-part.ts'

/** The day of revocation, and the lives of items by code. */
interface Scene {
  day: Day
  lives: ReadonlyMap<string, ItemLife>
}

/**
 * Takes decisions back that are revoked on the same day; tells which of them stay in force because a later decision builds on them.
 *
 * When a decision that stands cannot do without them, all that concern its item stay.
 */
export function revokeTogether(revoked: readonly Enactment[], { day, lives }: Scene): Contradiction[] {
  const contradictions: Contradiction[] = []
  let leaving = revoked
  for (;;) {
    const without = new Set(leaving.map(({ id }) => id))
    const retold = [...livesOf(leaving, lives)].map((life) => ({ life, ...retell(life, { without, day }) }))
    const obstructed = retold.filter((told) => told.obstructed !== undefined)
    if (obstructed.length === 0) {
      for (const { life, standing } of retold) {
        letExpire(life, day)
        takeBack(life, { without, day, standing })
      }
      return contradictions
    }
    const reliances = new Map(obstructed.map((told) => [told.life.code, told.obstructed]))
    const found = leaving.flatMap((enactment) => findReliance(enactment, reliances, day))
    contradictions.push(...found)
    const staying = new Set(found.map(({ decision }) => decision))
    leaving = leaving.filter(({ id }) => !staying.has(id))
  }
}

function livesOf(enactments: readonly Enactment[], lives: ReadonlyMap<string, ItemLife>): Set<ItemLife> {
  return new Set(enactments.flatMap(({ parts }) => parts.flatMap(({ code }) => lives.get(code) ?? [])))
}

/** Which of the parts that need what was there concern the items of a decision. */
function findReliance(
  { id, parts }: Enactment,
  reliances: ReadonlyMap<string, EffectivePart | undefined>,
  day: Day,
): Contradiction[] {
  return [...new Set(parts.map(({ code }) => code))].flatMap((code) => {
    const part = reliances.get(code)
    if (part === undefined) return []
    const message = `决定 ${part.decision} 在 ${part.on} 施行的${namePart(part)}以本决定为前提，本决定不能自 ${day} 起撤销。`
    return [{ decision: id, pointer: '/revokedOn', item: code, message, others: [part.decision] }]
  })
}
