import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'libsql'
import { type RecordEntry, sealEntry } from '../../../src/domain/office/record.ts'
import type { RecordFinding } from '../../../src/domain/office/record-fault.ts'
import { sentenceOfFinding } from '../../../src/domain/office/record-fault.ts'
import type { CatalogStore } from '../../../src/ports/catalog-store.ts'
import { nodeSecrets } from '../../../src/secrets/node-secrets.ts'
import { openSqliteCatalogStore } from '../../../src/stores/sqlite/sqlite-catalog-store.ts'
import { createInspectRecord } from '../../../src/use-cases/office/verify-record.ts'
import { createWriteRecorded, theSystem } from '../../../src/use-cases/office/write-recorded.ts'
import { aContext } from '../../builders/changes.ts'
import { aMinimalItem, anItemChange } from '../../builders/items.ts'
import { anAccount, anEdition, writeOffice } from '../../builders/office-documents.ts'
import { transferPorts } from '../../builders/written-stores.ts'

let folder: string
let store: CatalogStore
let file: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banshi-verify-'))
  file = join(folder, 'banshi.db')
  store = await openSqliteCatalogStore(file)
  await writeItems('企业投资项目核准')
  await writeOffice(store, [anAccount('li'), anEdition('v1')])
  await writeItems('改过的名称', 1)
  await writeOffice(store, [anEdition('v2')], 1)
  await writeOffice(store, [anAccount('sun')])
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** An import of two items, as the record tells it. */
function writeItems(name: string, revision = 0): Promise<void> {
  const items = ['fgw-001', 'fgw-002'].map((code) => anItemChange(aMinimalItem({ code, name }), revision))
  return createWriteRecorded({ ...transferPorts, store })({
    by: theSystem,
    deeds: [{ action: 'catalogue.import', subject: 'catalogue/main' }],
    catalogue: { changes: items },
  })
}
const inspect = (query = {}) => createInspectRecord({ store, secrets: nodeSecrets })(query)
/** What is found, in short: kind, entry, subject and commit where there are any. */
async function found(query = {}): Promise<string[]> {
  const { findings, isIntact } = await inspect(query)
  expect(isIntact).toBe(findings.length === 0)
  return findings.map(shortOf)
}
const shortOf = ({ kind, entry, subject, commit }: RecordFinding) =>
  [kind, entry, subject, commit].filter((part) => part !== null).join(' ')

/** Changes the file behind the back of the store. */
function tamper(...statements: string[]): void {
  const database = new Database(file)
  for (const sql of statements) database.exec(sql)
  database.close()
}
const entryAt = async (number: number) =>
  (await store.office.listRecord({ before: number + 1, limit: 1 }))[0] as RecordEntry
async function replaceEntry(number: number, entry: RecordEntry): Promise<void> {
  const database = new Database(file)
  const sql = 'UPDATE record SET actor = ?, subject = ?, action = ?, entry = ? WHERE number = ?'
  database.prepare(sql).run([entry.actor, entry.subject, entry.action, JSON.stringify(entry), number])
  database.close()
}

describe('a record that nobody has touched', () => {
  it('is whole, and its newest entry is the digest to note down', async () => {
    const { digest, at } = await entryAt(6)
    expect(await inspect()).toEqual({ entries: 6, head: { number: 6, digest, at }, isIntact: true, findings: [] })
    expect(await found({ head: (await entryAt(2)).digest })).toEqual([])
  })

  it('is whole when it is empty', async () => {
    const empty = await openSqliteCatalogStore(join(folder, 'empty.db'))
    const check = await createInspectRecord({ store: empty, secrets: nodeSecrets })()
    expect(check).toEqual({ entries: 0, head: null, isIntact: true, findings: [] })
    await empty.close()
  })

  it('stays whole while others write', async () => {
    const writing = Array.from({ length: 20 }, (_, index) => writeOffice(store, [anAccount(`x${index}`)]))
    const checks = await Promise.all(Array.from({ length: 5 }, () => inspect()))
    await Promise.all(writing)
    expect(checks.flatMap(({ findings }) => findings)).toEqual([])
  })

  it('knows a document that changed along with a deed about another one', async () => {
    await createWriteRecorded({ ...transferPorts, store })({
      by: theSystem,
      deeds: [{ action: 'edition.publish', subject: 'edition/other' }],
      changes: [{ ...anEdition('v3'), expectedRevision: 2 } as never],
    })
    expect(await store.office.newestEntry()).toMatchObject({ action: 'document.follow', subject: 'edition/fgw-001.1' })
    expect((await found()).filter((finding) => !finding.includes('edition/other'))).toEqual([])
  })

  it('says nothing of commits from before there was a record', async () => {
    const old = await openSqliteCatalogStore(join(folder, 'old.db'))
    await old.commit([anItemChange(aMinimalItem())], aContext())
    await writeOffice(old, [anAccount('li')])
    expect(await createInspectRecord({ store: old, secrets: nodeSecrets })()).toMatchObject({ isIntact: true })
    await old.close()
  })
})

describe('tampering with the record is found and named:', () => {
  it('an entry was changed', async () => {
    await replaceEntry(2, { ...(await entryAt(2)), actor: 'nobody' })
    expect(await found()).toEqual(['changed-entry 2'])
  })

  it('an entry was changed and sealed again', async () => {
    const forged = sealEntry({ ...(await entryAt(5)), from: '10.9.9.9' }, await entryAt(4), nodeSecrets.digest)
    await replaceEntry(5, forged)
    expect(await found()).toEqual(['broken-link 6'])
  })

  it('what an entry is filed under was changed, so that no filter shows it', async () => {
    tamper(`UPDATE record SET subject = 'account/nobody' WHERE number = 2`)
    expect(await found()).toContain('changed-entry 2')
  })

  it('an entry was removed', async () => {
    tamper('DELETE FROM record WHERE number = 3')
    expect(await found()).toContain('gap 4')
  })

  it('an entry was inserted', async () => {
    const forged = sealEntry({ ...(await entryAt(2)), subject: 'account/ghost' }, await entryAt(3), nodeSecrets.digest)
    tamper(
      'UPDATE record SET number = number + 10 WHERE number > 3',
      'UPDATE record SET number = number - 9 WHERE number > 3',
    )
    const database = new Database(file)
    const sql = 'INSERT INTO record (number, actor, subject, action, entry) VALUES (4, ?, ?, ?, ?)'
    database.prepare(sql).run([forged.actor, forged.subject, forged.action, JSON.stringify(forged)])
    database.close()
    expect(await found()).toEqual(expect.arrayContaining(['broken-link 5', 'missing-document 4 account/ghost']))
  })

  it('two entries were exchanged', async () => {
    const [two, three] = [await entryAt(2), await entryAt(3)]
    await replaceEntry(2, { ...three, number: 2 })
    await replaceEntry(3, { ...two, number: 3 })
    const findings = await found()
    expect(findings).toEqual(expect.arrayContaining(['broken-link 2', 'broken-link 3', 'broken-link 4']))
  })

  it('the end was cut off: by what is stored, and by a digest that was noted', async () => {
    const { digest } = await entryAt(6)
    tamper('DELETE FROM record WHERE number = 6')
    expect(await found()).toEqual(['unknown-document account/sun'])
    tamper(`DELETE FROM office_documents WHERE id = 'sun'`)
    expect(await found()).toEqual([])
    expect(await found({ head: digest })).toEqual(['head-missing'])
  })

  it('the record was written anew from some entry on', async () => {
    const { digest } = await entryAt(6)
    const forged = sealEntry({ ...(await entryAt(6)), actor: 'nobody' }, await entryAt(5), nodeSecrets.digest)
    await replaceEntry(6, forged)
    expect(await found()).toEqual([])
    expect(await found({ head: digest })).toEqual(['head-missing'])
  })
})

describe('tampering with what the record speaks of is found and named:', () => {
  it.each([
    [
      'an account was given another role',
      `UPDATE office_documents SET body = replace(body, 'reform-officer', 'administrator') WHERE id = 'li'`,
      ['changed-document 2 account/li'],
    ],
    [
      'an edition was changed',
      `UPDATE office_documents SET body = replace(body, 'v2', 'v9') WHERE kind = 'edition'`,
      ['changed-document 5 edition/fgw-001.1'],
    ],
    ['an account was removed', `DELETE FROM office_documents WHERE id = 'sun'`, ['missing-document 6 account/sun']],
    [
      'an account was added',
      `INSERT INTO office_documents SELECT kind, 'ghost', revision, updated_at, account, agency, item, state, body FROM office_documents WHERE id = 'li'`,
      ['unknown-document account/ghost'],
    ],
    [
      'a past state of an item was changed',
      `UPDATE revisions SET body = replace(body, '企业投资', '个人投资') WHERE id = 'fgw-001' AND revision = 1`,
      ['changed-commit 1 1'],
    ],
    [
      'the present state of an item was changed',
      `UPDATE revisions SET body = replace(body, '改过的名称', '假的名称') WHERE id = 'fgw-002' AND revision = 2`,
      ['changed-commit 4 2'],
    ],
    [
      'an item was set back to an earlier state',
      `UPDATE documents SET revision = 1 WHERE id = 'fgw-001'`,
      ['changed-catalogue item/fgw-001'],
    ],
    [
      'a commit was removed',
      'PRAGMA foreign_keys = OFF; UPDATE documents SET revision = 1; DELETE FROM revisions WHERE revision = 2',
      ['missing-commit 4 2'],
    ],
  ])('%s', async (_, sql, expected) => {
    tamper(sql)
    expect(await found()).toEqual(expected)
  })

  it('somebody has committed to the catalogue without a word to the record', async () => {
    await store.commit([anItemChange(aMinimalItem({ name: '偷偷改的' }), 2)], aContext())
    expect(await found()).toEqual(['unknown-commit 3'])
  })
})

it('tells every finding in a Chinese sentence that says where', async () => {
  tamper(`UPDATE office_documents SET body = replace(body, 'v2', 'v9') WHERE kind = 'edition'`)
  const [finding] = (await inspect()).findings
  expect(finding && sentenceOfFinding(finding)).toBe(
    'edition/fgw-001.1：库里的内容和第 5 条记录的不同，有人绕过系统改过。',
  )
})

describe('the record of the embedded file', () => {
  it.each([
    ['the newest entry', 'SELECT number FROM record ORDER BY number DESC LIMIT 1'],
    ['a page by who', `SELECT number FROM record WHERE number < 9 AND actor = 'li' ORDER BY number DESC LIMIT 50`],
    ['a page by what', `SELECT number FROM record WHERE number < 9 AND action = 'x' ORDER BY number DESC LIMIT 50`],
    ['a page about what', `SELECT number FROM record WHERE number < 9 AND subject = 'x' ORDER BY number DESC LIMIT 50`],
    ['the next portion', 'SELECT number FROM record WHERE number > 3 AND number <= 9 ORDER BY number LIMIT 1000'],
  ])('grows without slowing %s: no scan, no sorting', (_, sql) => {
    const database = new Database(file)
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
    database.close()
    const details = plan.map(({ detail }) => detail).join('; ')
    // A walk of the key from its end, of which LIMIT 1 takes one step, is called a scan as well.
    if (!sql.includes('LIMIT 1')) expect(details).not.toMatch(/SCAN/)
    expect(details).not.toMatch(/TEMP B-TREE/)
  })
})
