// Commits pairs of documents without end and prints the number of each pair once the store has acknowledged it.
// Arguments: address of the database, name of this writer, first number.
import { openStore } from '../../dist/src/compose/open-store.js'
import { parseDatabaseAddress } from '../../dist/src/config/database-address.js'

const [address, writer, first] = process.argv.slice(2)
const store = await openStore(parseDatabaseAddress(address))
process.stdout.write('ready\n')

/** In MongoDB a transaction of a writer that was killed keeps the others out for a while. */
async function commit(changes) {
  try {
    await store.commit(changes, { at: '2015-03-12T09:00:00+08:00', actor: writer })
    return true
  } catch (error) {
    if (error.code !== 'store-unavailable') throw error
    return false
  }
}

for (let number = Number(first); ; ) {
  const half = (name) => ({
    kind: 'decision',
    id: `${writer}-${number}-${name}`,
    expectedRevision: 0,
    body: { number, text: '决定'.repeat(500) },
  })
  const shared = await store.find('decision', `${writer}-counter`)
  const counter = {
    kind: 'decision',
    id: `${writer}-counter`,
    expectedRevision: shared?.revision ?? 0,
    body: { number },
  }
  if (!(await commit([half('a'), counter, half('b')]))) continue
  process.stdout.write(`${number}\n`)
  number += 1
}
