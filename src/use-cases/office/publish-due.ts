import { openGate } from '../../domain/office/judge-edition.ts'
import type { EditionPorts } from './edition-ports.ts'
import { isStale } from './is-stale.ts'
import type { createJudgeEdition } from './judge-edition.ts'
import type { createPublishEdition } from './publish-edition.ts'
import type { StoredEdition } from './read-editions.ts'
import { theSystem } from './write-recorded.ts'

interface Parts extends EditionPorts {
  judge: ReturnType<typeof createJudgeEdition>
  publish: ReturnType<typeof createPublishEdition>
}

/**
 * Publishes what was set to this day or an earlier one, and answers the ids. The rules are asked again: what they block now stays where it is,
 * without a day and with a word about it.
 */
export function createPublishDue({ store, clock, useCases, writeRecorded, judge, publish }: Parts) {
  const publishOne = async (edition: StoredEdition): Promise<boolean> => {
    const item = await useCases.getItem(edition.body.item)
    const { blocking } = openGate(await judge(item, edition.body.content))
    const step = { at: clock.now(), by: theSystem.account }
    if (blocking.length === 0) {
      const steps = [...edition.body.steps, { ...step, action: 'publish', comment: null }]
      await publish(theSystem, { edition, body: { ...edition.body, state: 'published', steps } })
      return true
    }
    const comment = `到期没有发布：${blocking[0]?.message ?? ''}`
    const body = {
      ...edition.body,
      publishOn: null,
      steps: [...edition.body.steps, { ...step, action: 'unschedule', comment }],
    }
    const subject = `edition/${edition.id}`
    await writeRecorded({
      by: theSystem,
      deeds: [{ action: 'edition.unschedule', subject, before: edition.body, after: body, facts: { comment } }],
      changes: [{ kind: 'edition', id: edition.id, expectedRevision: edition.revision, body }],
    })
    return false
  }
  return async (): Promise<string[]> => {
    const waiting = await store.office.list('edition', { state: 'in-reform-review' })
    const today = clock.today()
    const published: string[] = []
    for (const edition of waiting.filter(({ body }) => body.publishOn !== null && body.publishOn <= today)) {
      try {
        if (await publishOne(edition)) published.push(edition.id)
      } catch (error) {
        // Another process or person was faster: it is looked at again next time.
        if (!isStale(error)) throw error
      }
    }
    return published
  }
}
