// Commits pairs of documents without end and prints the number of each pair once the store has acknowledged it.
// Arguments: address of the database, name of this writer, first number.
import { openStore } from '../../dist/src/compose/open-store.js'
import { parseDatabaseAddress } from '../../dist/src/config/database-address.js'

const [address, writer, first] = process.argv.slice(2)
const store = await openStore(parseDatabaseAddress(address))
process.stdout.write('ready\n')

for (let number = Number(first); ; number += 1) {
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
  await store.commit([half('a'), counter, half('b')], { at: '2015-03-12T09:00:00+08:00', actor: writer })
  process.stdout.write(`${number}\n`)
}
