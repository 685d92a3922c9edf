import { CatalogError, InputRefusedError, type Violation } from '../../domain/catalog-error.ts'
import { isDay } from '../../domain/days.ts'
import { openGate } from '../../domain/office/judge-edition.ts'
import { type Actor, may, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import { type EditionAction, findTransition, type Transition, transitions } from '../../domain/office/transitions.ts'
import type { Day } from '../../schema/types.ts'
import type { ItemDetail } from '../use-cases.ts'
import type { EditionPorts } from './edition-ports.ts'
import type { createJudgeEdition } from './judge-edition.ts'
import type { createPublishEdition } from './publish-edition.ts'
import { getStoredEdition, type StoredEdition } from './read-editions.ts'
import { notAnymore } from './withdraw-edition.ts'

export interface EditionStepWanted {
  id: string
  /** Revision that the actor has seen. */
  revision: number
  action: string
  comment?: string
  /** Of `schedule`: the day. */
  publishOn?: Day
  /** Why warnings may stay. */
  warningsReason?: string
}

interface Parts extends EditionPorts {
  judge: ReturnType<typeof createJudgeEdition>
  publish: ReturnType<typeof createPublishEdition>
}

/** What somebody may do with an edition as it stands: the buttons of its page. */
export function allowedSteps(
  actor: Actor,
  { state, agency, drafters, publishOn }: StoredEdition['body'],
): Transition[] {
  return transitions.filter(
    ({ action, from }) =>
      from === state &&
      may(actor, `edition.${action}`, { agency, state, drafters }) &&
      (action !== 'unschedule' || publishOn !== null),
  )
}

/**
 * Takes an edition one step on its way, as the table of transitions has it.
 *
 * @throws NotFoundError; CatalogError `not-allowed`, `not-possible` (facts: `action`, `state`), `stale-revision`; InputRefusedError: the rules
 *   block it, or a comment, a reason or a day is missing.
 */
export function createAdvanceEdition(parts: Parts) {
  const { store, clock, useCases, writeRecorded, judge, publish } = parts
  return async (actor: Actor, wanted: EditionStepWanted): Promise<StoredEdition> => {
    const edition = await getStoredEdition(store, wanted.id)
    const { state, agency, drafters } = edition.body
    refuseUnlessAllowed(actor, 'edition.view', { agency })
    const way = findTransition(state, wanted.action)
    if (way === undefined) throw new CatalogError('not-possible', { action: wanted.action, state })
    refuseUnlessAllowed(actor, `edition.${wanted.action}`, { agency, state, drafters })
    if (edition.revision !== wanted.revision) throw staleEdition(edition, wanted.revision)
    const item = await useCases.getItem(edition.body.item)
    const violations = [...findMissing(way, wanted, clock.today()), ...(await askGate(way, edition, { item, wanted }))]
    if (violations.length > 0) throw new InputRefusedError(violations)
    const body = stepped(edition, way, { actor, wanted, at: clock.now() })
    if (way.action === 'publish') await publish(actor, { edition, body })
    else await write(actor, edition, { body, wanted })
    return getStoredEdition(store, edition.id)
  }

  async function write(
    by: Actor,
    edition: StoredEdition,
    { body, wanted }: { body: StoredEdition['body']; wanted: EditionStepWanted },
  ): Promise<void> {
    const { id, revision, body: before } = edition
    const follows = wanted.action === 'withdraw' ? await notAnymore(store, edition) : { deeds: [] }
    const step = {
      action: `edition.${wanted.action}`,
      subject: `edition/${id}`,
      before,
      after: body,
      facts: factsOf(wanted),
    }
    const changes = [{ kind: 'edition', id, expectedRevision: revision, body }] as const
    await writeRecorded({ by, ...follows, deeds: [step, ...follows.deeds], changes })
  }

  async function askGate(
    way: Transition,
    { body }: StoredEdition,
    { item, wanted }: { item: ItemDetail; wanted: EditionStepWanted },
  ): Promise<Violation[]> {
    if (!way.gate) return []
    const { blocking, warnings } = openGate(await judge(item, body.content))
    const reason = wanted.warningsReason?.trim() || body.warningsReason
    if (blocking.length > 0 || warnings.length === 0 || reason !== null) return blocking
    return [
      {
        pointer: '/warningsReason',
        rule: 'required',
        message: `还有 ${warnings.length} 条提醒，请写明为什么可以保留。`,
      },
    ]
  }
}

function staleEdition({ id, revision }: StoredEdition, expected: number): CatalogError {
  return new CatalogError('stale-revision', { kind: 'edition', id, expected, actual: revision })
}

function findMissing({ action, comment }: Transition, wanted: EditionStepWanted, today: Day): Violation[] {
  const violations: Violation[] = []
  if (comment === 'required' && !wanted.comment?.trim()) {
    violations.push({ pointer: '/comment', rule: 'required', message: '请写明理由，对方要据此修改。' })
  }
  if (action === 'schedule') {
    const { publishOn = '' } = wanted
    if (!isDay(publishOn) || publishOn <= today) {
      violations.push({ pointer: '/publishOn', rule: 'day', message: '请填今天以后的日期，写成“2015-03-12”这样。' })
    }
  }
  return violations
}

function stepped(
  { body }: StoredEdition,
  { action, to }: Transition,
  { actor, wanted, at }: { actor: Actor; wanted: EditionStepWanted; at: string },
): StoredEdition['body'] {
  const comment = wanted.comment?.trim() || null
  const publishOn = action === 'schedule' ? (wanted.publishOn ?? null) : null
  return {
    ...body,
    state: to,
    publishOn,
    warningsReason: to === 'draft' ? null : wanted.warningsReason?.trim() || body.warningsReason,
    steps: [...body.steps, { at, by: actor.account, action: action satisfies EditionAction, comment }],
  }
}

function factsOf({ comment, publishOn, warningsReason }: EditionStepWanted): Record<string, string> {
  const facts = Object.entries({ comment, publishOn, warningsReason })
  return Object.fromEntries(facts.flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])))
}
