import type { AdjustmentDecision, Day } from '../../schema/types.ts'
import type { Contradiction } from './contradiction.ts'
import { type Enactment, sortDecisions } from './enactments.ts'
import { beginLife, type ItemLife, type LifeEvent, letExpire, live } from './item-life.ts'
import { revokeTogether } from './revoke-together.ts'
import { beginningOf, type ItemHead, type Standing } from './standing.ts'
import { type EffectivePart, findObstacle, takePart } from './take-part.ts'

/** What came of decisions. */
export interface AppliedDecisions {
  /** Lives of the items that decisions name which are in force at some time, by code. */
  lives: ReadonlyMap<string, ItemLife>
  /** The decisions, in any stage, that are to bring an item in. */
  bringers: ReadonlyMap<string, readonly string[]>
  /** What happened, oldest first; on one day in the order of the decisions and their rows. */
  events: LifeEvent[]
  /** In the order of time. */
  contradictions: Contradiction[]
}

/**
 * Lets decisions take effect one after another, in the order of time: on each day revocations first, then what begins on it.
 *
 * A decision applies when every row can take hold of what the earlier ones left; otherwise nothing of it does. A revocation counts when all
 * decisions since could stand without the revoked one; otherwise that one stays in force. So nothing depends on what comes later.
 */
export function applyDecisions(
  heads: ReadonlyMap<string, ItemHead>,
  decisions: readonly AdjustmentDecision[],
): AppliedDecisions {
  const { enactments, bringers } = sortDecisions(decisions)
  const journal: LifeEvent[] = []
  const lives = new Map<string, ItemLife>()
  for (const { parts } of enactments) {
    for (const { code } of parts) {
      const head = lives.has(code) ? undefined : heads.get(code)
      if (head !== undefined) lives.set(code, beginLife(beginningOf(head, bringers.has(code)), journal))
    }
  }
  const contradictions: Contradiction[] = []
  const inForce = new Set<Enactment>()
  for (const { day, ending, beginning } of scheduleOf(enactments)) {
    const leaving = ending.filter((enactment) => inForce.has(enactment))
    if (leaving.length > 0) contradictions.push(...revokeTogether(leaving, { day, lives }))
    for (const enactment of beginning) {
      const obstacles = enact(enactment, lives)
      if (obstacles.length === 0) inForce.add(enactment)
      for (const obstacle of obstacles) contradictions.push(contradict(obstacle, bringers))
    }
  }
  for (const life of lives.values()) letExpire(life, null)
  return { lives, bringers, events: journal.sort(compareEvents), contradictions }
}

/** The order of days, and what the journal does not have in order yet: on one day suspensions run out first, by code. */
function compareEvents(one: LifeEvent, other: LifeEvent): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1
  const [isFirst, isSecond] = [one.kind === 'expire', other.kind === 'expire']
  if (isFirst && isSecond) return one.code < other.code ? -1 : 1
  return Number(isSecond) - Number(isFirst)
}

/** What ends and begins on one day. */
interface Agenda {
  day: Day
  ending: Enactment[]
  beginning: Enactment[]
}

function scheduleOf(enactments: readonly Enactment[]): Agenda[] {
  const agendas = new Map<Day, Agenda>()
  const agendaOf = (day: Day) => {
    const agenda = agendas.get(day) ?? { day, ending: [], beginning: [] }
    agendas.set(day, agenda)
    return agenda
  }
  for (const enactment of enactments) {
    agendaOf(enactment.on).beginning.push(enactment)
    if (enactment.until !== null) agendaOf(enactment.until).ending.push(enactment)
  }
  return [...agendas.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** A row that cannot take hold of what an item is (`undefined`: there is no such item), and why. */
interface Obstacle {
  part: EffectivePart
  standing: Standing | undefined
  message: string
}

/** Applies every part of a decision when nothing stands in the way of any; tells what does. */
function enact({ parts }: Enactment, lives: ReadonlyMap<string, ItemLife>): Obstacle[] {
  const changes: { life: ItemLife; part: EffectivePart; after: Standing }[] = []
  const standings = new Map<string, Standing>()
  const obstacles: Obstacle[] = []
  for (const part of parts) {
    const life = lives.get(part.code)
    if (life !== undefined) letExpire(life, part.on)
    const standing = standings.get(part.code) ?? life?.now
    const message = standing === undefined ? `目录里没有事项 ${part.code}。` : findObstacle(part, standing)
    if (message !== undefined) obstacles.push({ part, standing, message })
    if (message !== undefined || life === undefined || standing === undefined) continue
    const after = takePart(part, standing)
    standings.set(part.code, after)
    changes.push({ life, part, after })
  }
  if (obstacles.length === 0) for (const { life, part, after } of changes) live(life, part, after)
  return obstacles
}

function contradict(
  { part, standing, message }: Obstacle,
  bringers: ReadonlyMap<string, readonly string[]>,
): Contradiction {
  const { decision, pointer, code } = part
  const makers = standing?.state === 'planned' ? (bringers.get(code) ?? []) : [standing?.decision ?? decision]
  return { decision, pointer, item: code, message, others: makers.filter((other) => other !== decision) }
}
