import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { describeReview } from '../../../src/domain/office/describe-review.ts'
import { editionStates } from '../../../src/domain/office/edition.ts'
import { type Actor, may, refuseUnlessAllowed, rights } from '../../../src/domain/office/rights.ts'
import { isOfAgency, roles } from '../../../src/domain/office/roles.ts'
import { findTransition, transitions } from '../../../src/domain/office/transitions.ts'
import { anActor } from '../../builders/an-office.ts'

const actorOf = (role: Actor['role']) => anActor({ role, agency: isOfAgency(role) ? 'fgw' : null })

describe('the table of transitions', () => {
  it('has one way for a state and an action', () => {
    const ways = transitions.map(({ from, action }) => `${from} ${action}`)
    expect(new Set(ways).size).toBe(ways.length)
    for (const way of transitions) expect(findTransition(way.from, way.action)).toBe(way)
  })

  it('lets nobody go on from what is superseded or withdrawn', () => {
    expect(transitions.filter(({ from }) => from === 'superseded' || from === 'withdrawn')).toEqual([])
  })

  it('leads from the draft to every state but the one that publication brings', () => {
    const reached = new Set<string>(['draft'])
    for (const _ of editionStates) for (const { from, to } of transitions) if (reached.has(from)) reached.add(to)
    expect(editionStates.filter((state) => !reached.has(state))).toEqual(['superseded'])
  })

  it('asks the rules and another pair of eyes before an edition leaves the agency, and before the public sees it', () => {
    for (const action of ['approve', 'publish', 'schedule']) {
      for (const way of transitions.filter((one) => one.action === action))
        expect(way).toMatchObject({ gate: true, notDrafter: true })
    }
  })

  it('wants a comment from whoever sends back or takes down', () => {
    const must = transitions.filter(({ comment }) => comment === 'required').map(({ action }) => action)
    expect(must).toEqual(['sendBack', 'sendBack', 'withdraw'])
  })
})

describe('the table of rights, role by role and state by state', () => {
  const cells = rights.flatMap((right) =>
    roles.flatMap((role) => editionStates.map((state) => ({ ...right, role, state }))),
  )

  it.each(cells)('$action by $role in $state', ({ action, role, state }) => {
    const rows = rights.filter((right) => right.action === action)
    const allowed = rows.some((row) => row.roles.includes(role) && (row.states ?? [state]).includes(state))
    const actor = actorOf(role)
    expect(may(actor, action, { agency: 'fgw', state })).toBe(allowed)
    expect(may(actor, action, { agency: 'mzj', state })).toBe(allowed && !isOfAgency(role))
    expect(may({ ...actor, scopes: [] }, action, { agency: 'fgw', state })).toBe(false)
    expect(may({ ...actor, scopes: [action] }, action, { agency: 'fgw', state })).toBe(allowed)
    const byDrafter = { agency: 'fgw', state, drafters: [actor.account] }
    expect(may(actor, action, byDrafter)).toBe(allowed && !rows.some(({ notDrafter }) => notDrafter))
  })

  it('lets nobody do what it does not name', () => {
    for (const role of roles) {
      expect(() => refuseUnlessAllowed(actorOf(role), 'edition.forge')).toThrow(
        expect.objectContaining({ code: 'not-allowed' }),
      )
    }
  })

  it('keeps editing, deciding and looking over shoulders in different hands', () => {
    const actionsOf = (role: Actor['role']) =>
      rights.filter((right) => right.roles.includes(role)).map(({ action }) => action)
    expect(actionsOf('auditor').filter((action) => /write|start|save|publish|manage/.test(action))).toEqual([])
    expect(actionsOf('administrator').filter((action) => /^(?:edition|decision|item|record)/.test(action))).toEqual([])
    expect(actionsOf('editor')).not.toContain('edition.approve')
  })
})

it('is written down as it is', () => {
  expect(readFileSync('docs/review.md', 'utf8')).toBe(describeReview())
})
