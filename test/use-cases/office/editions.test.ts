import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { EditionContent } from '../../../src/domain/editions/edition-fields.ts'
import type { Actor } from '../../../src/domain/office/rights.ts'
import type { EditionStepWanted } from '../../../src/use-cases/office/advance-edition.ts'
import { theSystem } from '../../../src/use-cases/office/write-recorded.ts'
import {
  anActor,
  anAuditor,
  anEditor,
  aReformOfficer,
  aReviewer,
  type OfficeUnderTest,
  openOffice,
} from '../../builders/an-office.ts'

let here: OfficeUnderTest
beforeEach(async () => {
  here = await openOffice()
})
afterEach(() => here.close())

const item = 'fgw-001'
const start = () => here.office.startEdition(anEditor, { item })

/** Writes a note into the guide, as everything else stays. */
async function write(id: string, note: string, actor = anEditor): Promise<void> {
  const { revision, body } = await here.office.getEdition(actor, id)
  await here.office.saveEdition(actor, { id, revision, content: withNote(body.content, note) })
}
function withNote(content: EditionContent, note: string): EditionContent {
  if (content.guide === null) throw new Error('no guide')
  return { ...content, guide: { ...content.guide, timeLimitNote: note } }
}
async function step(actor: Actor, id: string, action: string, more: Partial<EditionStepWanted> = {}) {
  const { revision } = await here.office.getEdition(actor, id)
  return here.office.advanceEdition(actor, { id, revision, action, warningsReason: '已核对', ...more })
}
/** All the way to the public. */
async function publishNote(note: string): Promise<string> {
  const id = await start()
  await write(id, note)
  await step(anEditor, id, 'submit')
  await step(aReviewer, id, 'approve')
  await step(aReformOfficer, id, 'publish')
  return id
}
const publicNote = async () => (await here.useCases.getItem(item)).guide?.timeLimitNote

describe('an edition on its way', () => {
  it('begins with what is public, which becomes the first edition', async () => {
    const id = await start()
    const { body } = await here.office.getEdition(anEditor, id)
    expect(body).toMatchObject({ item, agency: 'fgw', state: 'draft', number: null, basedOn: 1, drafters: [] })
    expect(body.content.guide).toEqual((await here.useCases.getItem(item)).guide)
    expect(await here.useCases.listPublicEditions(item)).toMatchObject([{ number: 1, state: 'published' }])
  })

  it('is one at a time, and who comes second is told where it is', async () => {
    const id = await start()
    await expect(start()).rejects.toMatchObject({ code: 'draft-exists', facts: { id } })
  })

  it('is begun once when two begin at the same moment', async () => {
    const all = await Promise.allSettled([start(), start(), start()])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toEqual([0, 0].map(() => expect.objectContaining({ code: 'draft-exists' })))
  })

  it('is read by the public from its publication on, and the old one stays among the editions', async () => {
    const before = await publicNote()
    const id = await start()
    await write(id, '节假日顺延。')
    await step(anEditor, id, 'submit')
    await step(aReviewer, id, 'approve')
    expect(await publicNote()).toBe(before)
    await step(aReformOfficer, id, 'publish')
    expect(await publicNote()).toBe('节假日顺延。')
    const editions = await here.useCases.listPublicEditions(item)
    expect(editions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'published'],
      [1, 'superseded'],
    ])
    expect(editions[1]?.content.guide?.timeLimitNote).toBe(before)
  })

  it('goes back with a comment, and comes again', async () => {
    const id = await start()
    await write(id, '第一次')
    await step(anEditor, id, 'submit')
    await expect(step(aReviewer, id, 'sendBack', { comment: ' ' })).rejects.toMatchObject({
      violations: [expect.objectContaining({ pointer: '/comment' })],
    })
    const { body } = await step(aReviewer, id, 'sendBack', { comment: '请写清楚节假日。' })
    expect(body).toMatchObject({ state: 'draft', warningsReason: null })
    expect(body.steps.at(-1)).toMatchObject({ by: 'li', action: 'sendBack', comment: '请写清楚节假日。' })
    await write(id, '第二次')
    expect((await step(anEditor, id, 'submit')).body.state).toBe('in-agency-review')
  })

  it('is not approved by who wrote in it, whatever his role is now', async () => {
    const id = await start()
    await write(id, '我写的')
    await step(anEditor, id, 'submit')
    const samePerson = { ...aReviewer, account: anEditor.account }
    await expect(step(samePerson, id, 'approve')).rejects.toMatchObject({
      code: 'not-allowed',
      facts: { reason: 'drafter' },
    })
  })

  it('cannot be changed once it is on its way', async () => {
    const id = await start()
    await step(anEditor, id, 'submit')
    await expect(write(id, '晚了')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('is refused with every error of the rules, and stays where it is', async () => {
    const id = await start()
    const { revision, body } = await here.office.getEdition(anEditor, id)
    const content = { ...body.content, promisedTimeLimit: { amount: 900, unit: 'working-day' as const } }
    await here.office.saveEdition(anEditor, { id, revision, content })
    const refused = await step(anEditor, id, 'submit').catch((error) => error)
    expect(refused.violations).toContainEqual(
      expect.objectContaining({ pointer: expect.stringMatching(/^\/promisedTimeLimit/) }),
    )
    expect((await here.office.getEdition(anEditor, id)).body.state).toBe('draft')
  })

  it('is refused when it breaks the schema, although it may be kept so', async () => {
    const id = await start()
    const { revision, body } = await here.office.getEdition(anEditor, id)
    const content = { ...body.content, aliases: ['', ''] }
    await here.office.saveEdition(anEditor, { id, revision, content })
    await expect(step(anEditor, id, 'submit')).rejects.toMatchObject({ code: 'input-refused' })
  })

  it('tells who comes late that somebody else was faster', async () => {
    const id = await start()
    const { revision, body } = await here.office.getEdition(anEditor, id)
    await write(id, '先')
    const late = { id, revision, content: withNote(body.content, '后') }
    await expect(here.office.saveEdition(anEditor, late)).rejects.toMatchObject({ code: 'stale-revision' })
    await expect(here.office.advanceEdition(anEditor, { id, revision, action: 'submit' })).rejects.toMatchObject({
      code: 'stale-revision',
    })
  })

  it('takes only the fields of an edition', async () => {
    const id = await start()
    const { revision, body } = await here.office.getEdition(anEditor, id)
    const content = { ...body.content, name: '改名' } as EditionContent
    await expect(here.office.saveEdition(anEditor, { id, revision, content })).rejects.toMatchObject({
      code: 'input-refused',
    })
  })

  it('given up is no longer in the way, and can be started from again', async () => {
    const id = await start()
    await write(id, '不要了')
    await step(anEditor, id, 'discard')
    const again = await start()
    expect(again).not.toBe(id)
    expect((await here.office.getEdition(anEditor, again)).body.basedOn).toBe(1)
  })

  it('starts from an earlier edition when asked', async () => {
    await publishNote('新的')
    const id = await here.office.startEdition(anEditor, { item, from: 1 })
    const { body } = await here.office.getEdition(anEditor, id)
    expect(body.basedOn).toBe(1)
    expect(body.content.guide?.timeLimitNote).not.toBe('新的')
    await expect(here.office.startEdition(anEditor, { item: 'fgw-002', from: 7 })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('keeps what an import has put in its place meanwhile', async () => {
    await publishNote('由后台发布')
    const stored = await here.store.find('item', item)
    if (stored?.body.guide == null) throw new Error('no guide')
    const body = { ...stored.body, guide: { ...stored.body.guide, timeLimitNote: '由导入而来' } }
    const index = { agency: 'fgw', type: body.type, state: 'active', audience: [], theme: [], sortKey: '1' }
    const change = { kind: 'item' as const, id: item, expectedRevision: stored.revision, body, index }
    await here.writeRecorded({
      by: theSystem,
      deeds: [{ action: 'catalogue.import', subject: 'catalogue/main' }],
      catalogue: { changes: [change], actor: 'import' },
    })
    await publishNote('又由后台发布')
    const notes = (await here.useCases.listPublicEditions(item)).map(({ content }) => content.guide?.timeLimitNote)
    expect(notes.slice(0, 3)).toEqual(['又由后台发布', '由导入而来', '由后台发布'])
  })
})

describe('publication on a day', () => {
  async function approved(note: string): Promise<string> {
    const id = await start()
    await write(id, note)
    await step(anEditor, id, 'submit')
    await step(aReviewer, id, 'approve')
    return id
  }

  it('waits for the day', async () => {
    const id = await approved('到日子再发')
    await step(aReformOfficer, id, 'schedule', { publishOn: '2015-03-14' })
    expect(await here.office.publishDue()).toEqual([])
    here.clock.advance({ days: 2 })
    expect(await here.office.publishDue()).toEqual([id])
    expect(await publicNote()).toBe('到日子再发')
    expect(await here.office.publishDue()).toEqual([])
  })

  it.each(['2015-03-12', '2014-01-01', '2015-02-30', ''])('refuses %s', async (publishOn) => {
    const id = await approved('x')
    await expect(step(aReformOfficer, id, 'schedule', { publishOn })).rejects.toMatchObject({
      violations: [expect.objectContaining({ pointer: '/publishOn' })],
    })
  })

  it('can be called off', async () => {
    const id = await approved('先不发')
    await step(aReformOfficer, id, 'schedule', { publishOn: '2015-03-14' })
    await step(aReformOfficer, id, 'unschedule')
    here.clock.advance({ days: 2 })
    expect(await here.office.publishDue()).toEqual([])
  })
})

describe('a guide that is taken down', () => {
  it('is gone from the item, with the reason among the editions, and its successor begins with it', async () => {
    const id = await publishNote('要撤下的')
    await step(aReformOfficer, id, 'withdraw', { comment: '依据已废止。' })
    expect((await here.useCases.getItem(item)).guide).toBeNull()
    expect((await here.useCases.listPublicEditions(item))[0]).toMatchObject({
      state: 'withdrawn',
      withdrawnBecause: '依据已废止。',
    })
    const next = await start()
    expect((await here.office.getEdition(anEditor, next)).body.content.guide?.timeLimitNote).toBe('要撤下的')
  })
})

describe('what is another agency’s', () => {
  const stranger = anActor({ account: 'sun', agency: 'mzj' })

  it('is neither begun nor read nor written', async () => {
    const refusal = { code: 'not-allowed' }
    await expect(here.office.startEdition(stranger, { item })).rejects.toMatchObject(refusal)
    const id = await start()
    await expect(here.office.getEdition(stranger, id)).rejects.toMatchObject(refusal)
    const { revision, body } = await here.office.getEdition(anEditor, id)
    await expect(here.office.saveEdition(stranger, { id, revision, content: body.content })).rejects.toMatchObject(
      refusal,
    )
    await expect(here.office.advanceEdition(stranger, { id, revision, action: 'submit' })).rejects.toMatchObject(
      refusal,
    )
    expect(await here.office.listEditions(stranger)).toEqual([])
  })
})

describe('the record of an edition', () => {
  it('has every step with who did it, and the digests lead from one to the next', async () => {
    const id = await publishNote('记下来')
    const entries = (await here.store.office.listRecord({ subject: `edition/${id}`, limit: 20 })).reverse()
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ['zhang', 'edition.start'],
      ['zhang', 'edition.write'],
      ['zhang', 'edition.submit'],
      ['li', 'edition.approve'],
      ['wang', 'edition.publish'],
    ])
    expect(entries.slice(1).map(({ before }) => before)).toEqual(entries.slice(0, -1).map(({ after }) => after))
  })
})

describe('somebody who has the same draft open', () => {
  it('is told to the second, until he has gone', async () => {
    const id = await start()
    expect(await here.office.notePresence(anEditor, id)).toEqual([])
    const second = anActor({ account: 'qian' })
    expect(await here.office.notePresence(second, id)).toMatchObject([{ account: 'zhang', seconds: 0 }])
    here.clock.advance({ seconds: 300 })
    expect(await here.office.notePresence(second, id)).toEqual([])
  })
})

describe('a link for the fact checker', () => {
  it('shows the draft for two weeks', async () => {
    const id = await start()
    const { key } = await here.office.shareDraft(anEditor, id)
    expect((await here.office.findShared(key)).id).toBe(id)
    await expect(here.office.findShared(`${key}x`)).rejects.toMatchObject({ code: 'link-ended' })
    here.clock.advance({ days: 15 })
    await expect(here.office.findShared(key)).rejects.toMatchObject({ code: 'link-ended' })
    await expect(here.office.shareDraft(anAuditor, id)).rejects.toMatchObject({ code: 'not-allowed' })
  })
})
