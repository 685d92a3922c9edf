// Publishes one edition after another and prints the number of each once the store has acknowledged it. Argument: address of the database.

import { openStore } from '../../dist/src/compose/open-store.js'
import { composeOver } from '../../dist/src/compose.js'
import { parseDatabaseAddress } from '../../dist/src/config/database-address.js'

const { office } = composeOver(await openStore(parseDatabaseAddress(process.argv[2])))
const editor = { account: 'zhang', name: '张三', role: 'editor', agency: 'fgw', scopes: null, from: 'local' }
const reviewer = { ...editor, account: 'li', role: 'reviewer' }
const officer = { ...editor, account: 'wang', role: 'reform-officer', agency: null }
const item = 'fgw-001'
process.stdout.write('ready\n')

/** Publishes the item's open edition, or a new one, and answers its id. */
async function publishOne() {
  const open = (await office.listEditions(editor, { item })).find(({ state }) => /draft|review/.test(state))
  const id = open?.id ?? (await office.startEdition(editor, { item }))
  for (const [actor, action] of [
    [editor, 'submit'],
    [reviewer, 'approve'],
    [officer, 'publish'],
  ]) {
    const { revision, body } = await office.getEdition(actor, id)
    const isAhead = { submit: 'draft', approve: 'in-agency-review', publish: 'in-reform-review' }[action] !== body.state
    if (isAhead) continue
    if (action === 'submit') {
      const content = { ...body.content, guide: { ...body.content.guide, timeLimitNote: `第 ${id} 份` } }
      await office.saveEdition(editor, { id, revision, content })
    }
    const seen = await office.getEdition(actor, id)
    await office.advanceEdition(actor, { id, revision: seen.revision, action, warningsReason: '已核对' })
  }
  return id
}

for (;;) {
  try {
    process.stdout.write(`${await publishOne()}\n`)
  } catch (error) {
    // In MongoDB a transaction of a publisher that was killed keeps the others out for a while.
    if (error.code !== 'store-unavailable') throw error
  }
}
