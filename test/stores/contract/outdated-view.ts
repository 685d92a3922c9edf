import { expect, it } from '@jest/globals'
import { aContext, aDecisionChange, aMinimalDecision } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'
import type { CurrentStore } from '../describe-catalog-store.ts'

const aDecision = (id: string) => aDecisionChange(aMinimalDecision({ id }))

/** A writer that judged all documents together names the catalogue revision it saw. */
export function itRefusesAnOutdatedView(store: CurrentStore): void {
  it('applies a commit while nobody has changed the catalogue since', async () => {
    expect(await store().commit([aDecision('a')], aContext({ seenCatalogueRevision: 0 }))).toBe(1)
    expect(await store().commit([aDecision('b')], aContext({ seenCatalogueRevision: 1 }))).toBe(2)
    expect(await store().list('decision')).toHaveLength(2)
  })

  it('refuses it whole when anybody has changed any document since', async () => {
    await store().commit([anItemChange(aMinimalItem())], aContext())
    await store().commit([anItemChange(aMinimalItem(), 1)], aContext())
    const refusal = { code: 'stale-revision', facts: { kind: 'catalogue', expected: 1, actual: 2 } }
    const outdated = aContext({ seenCatalogueRevision: 1 })
    await expect(store().commit([aDecision('a'), aDecision('b')], outdated)).rejects.toMatchObject(refusal)
    await expect(store().commit([], outdated)).rejects.toMatchObject(refusal)
    expect(await store().list('decision')).toEqual([])
    expect(await store().revisions('decision', 'a')).toEqual([])
    expect(await store().catalogueRevision()).toBe(2)
  })

  it('names the outdated view before any document that is at another revision', async () => {
    await store().commit([aDecision('a')], aContext())
    const commit = store().commit([aDecision('a')], aContext({ seenCatalogueRevision: 0 }))
    await expect(commit).rejects.toMatchObject({ code: 'stale-revision', facts: { kind: 'catalogue' } })
  })

  it('lets one of two racing commits to different documents through, and the other after another look', async () => {
    for (let round = 0; round < 10; round += 1) {
      const seen = aContext({ seenCatalogueRevision: await store().catalogueRevision() })
      const race = ['a', 'b'].map((name) => store().commit([aDecision(`${name}-${round}`)], seen))
      const results = await Promise.allSettled(race)
      const losses = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
      expect(losses).toMatchObject([{ code: 'stale-revision', facts: { kind: 'catalogue' } }])
      const lost = results[0]?.status === 'rejected' ? 'a' : 'b'
      const again = aContext({ seenCatalogueRevision: await store().catalogueRevision() })
      await store().commit([aDecision(`${lost}-${round}`)], again)
    }
    expect(await store().list('decision')).toHaveLength(20)
  })

  it('does not hold up a commit that only asks for its own documents', async () => {
    await store().commit([aDecision('a')], aContext())
    await store().commit([aDecision('b')], aContext())
    expect(await store().list('decision')).toHaveLength(2)
  })
}
