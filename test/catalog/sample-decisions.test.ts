import { describe, expect, it } from '@jest/globals'
import { compareDurations } from '../../src/domain/durations.ts'
import type { AdjustmentDecision, ApprovalItem } from '../../src/schema/types.ts'
import { itemsOf, replay } from './replay-decisions.ts'
import { openSample } from './the-sample.ts'

const {
  items,
  decisions,
  policy: { conversion },
  agencies: { agencies },
  regions: { regions },
} = openSample()
const byCode = new Map(items.map((item) => [item.code, item]))
const rows = decisions.flatMap((decision) => decision.actions.map((action) => ({ decision, action })))
/** Rows that break a rule, by decision and item. */
const rowsWhere = (fails: (row: (typeof rows)[number]) => boolean) =>
  rows.filter(fails).map(({ decision, action }) => `${decision.id} ${action.action} ${itemsOf(action).join(' ')}`)

describe('the decision of 2014-05-04', () => {
  const decision = decisions.find(({ id }) => id === '2014-05-04-17')

  it('cancels 8, undertakes 59, delegates 5 and merges 2 into one, by the meeting that the source names', () => {
    expect(decision).toMatchObject({ adoptedOn: '2014-05-04', effectiveOn: '2014-05-04', stage: 'adopted' })
    expect(decision).toMatchObject({ adoptedBy: '市政府第17次常务会议', documentNumber: null })
    expect(decision?.declared).toEqual({ cancel: 8, undertake: 59, delegate: 5, merge: 2 })
  })

  it('takes no more rows from 湖南省人民政府令第253号 than the 46 which that paper delegates', () => {
    const from = decision?.actions.filter(
      (row) => row.action === 'undertake' && row.superiorNumber?.endsWith('第253号'),
    )
    expect(from?.length).toBeLessThanOrEqual(46)
  })
})

describe('the decisions of the sample', () => {
  it('declare as many rows as they have, a merge by its original items', () => {
    const counted = (decision: AdjustmentDecision) => {
      const counts: Record<string, number> = {}
      for (const row of decision.actions) {
        counts[row.action] = (counts[row.action] ?? 0) + (row.action === 'merge' ? row.items.length : 1)
      }
      return counts
    }
    expect(decisions.map(({ id, declared }) => [id, declared])).toEqual(
      decisions.map((decision) => [decision.id, counted(decision)]),
    )
  })

  it.each(['2014-05-03', '2014-05-04', '2014-08-15', '2015-05-13', '2015-12-31', '2026-01-01'])(
    'find every item in the state that their rows need, up to %s',
    (day) => {
      expect(replay(items, decisions, day).refused).toEqual([])
    },
  )

  it('name an item at most once', () => {
    expect(
      decisions
        .filter(({ actions }) => {
          const named = actions.flatMap(itemsOf)
          return new Set(named).size !== named.length
        })
        .map(({ id }) => id),
    ).toEqual([])
  })

  it('take effect no earlier than they are adopted, and are published under a number alone', () => {
    expect(decisions.filter(({ adoptedOn, effectiveOn }) => (effectiveOn ?? '') < (adoptedOn ?? ''))).toEqual([])
    expect(
      decisions.filter(
        ({ stage, documentNumber, publishedOn }) =>
          stage === 'published' && (publishedOn === null || !/^[一-龥]+〔\d{4}〕\d+号$/.test(documentNumber ?? '')),
      ),
    ).toEqual([])
  })

  it('say who supervises what is cancelled, and what remains of what is taken out in part', () => {
    expect(rowsWhere(({ action }) => action.action === 'cancel' && action.supervision === null)).toEqual([])
    expect(
      rowsWhere(({ action }) => 'scope' in action && action.scope === 'partial' && (action.kept ?? null) === null),
    ).toEqual([])
  })

  it('delegate in a mode to regions below the city, and undertake from somebody by a number', () => {
    const known = new Set(regions.map(({ code }) => code))
    expect(
      rowsWhere(
        ({ action }) =>
          action.action === 'delegate' && (action.mode === null || action.to.some((region) => !known.has(region))),
      ),
    ).toEqual([])
    expect(
      rowsWhere(
        ({ action }) => action.action === 'undertake' && (action.superiorNumber === null || action.mode === null),
      ),
    ).toEqual([])
  })

  it('merge two or more into one whose limits are not longer, or say why', () => {
    const isLonger = (source: ApprovalItem | undefined, target: ApprovalItem | undefined) =>
      (['statutoryTimeLimit', 'promisedTimeLimit'] as const).some((limit) => {
        const [before, after] = [source?.[limit], target?.[limit]]
        return before && after && compareDurations(after, before, conversion) > 0
      })
    expect(
      rowsWhere(
        ({ action }) =>
          action.action === 'merge' &&
          (action.items.length < 2 ||
            (action.reason === null &&
              action.items.some((item) => isLonger(byCode.get(item), byCode.get(action.into))))),
      ),
    ).toEqual([])
  })

  it('transfer to an agency that exists on the day', () => {
    const exists = (code: string, day: string) =>
      agencies.some((agency) => agency.code === code && (agency.from ?? '') <= day && day <= (agency.to ?? '9999'))
    expect(
      rowsWhere(
        ({ decision, action }) => action.action === 'transfer' && !exists(action.to, decision.effectiveOn ?? ''),
      ),
    ).toEqual([])
  })

  it('are marked as examples, and claim nothing verified', () => {
    expect(decisions.filter(({ provenance }) => provenance.note === null || provenance.verified)).toEqual([])
  })

  it('leave an item that is undertaken marked by how it came', () => {
    expect(
      rowsWhere(
        ({ action }) =>
          action.action === 'undertake' &&
          byCode.get(action.item)?.powerSource !== (action.mode === 'entrusted' ? 'entrusted' : 'delegated'),
      ),
    ).toEqual([])
  })
})
