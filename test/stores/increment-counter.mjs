// Adds one to a shared counter a given number of times, trying again whenever another process was faster.
// Arguments: address of the database, how often.
import { openStore } from '../../dist/src/compose/open-store.js'
import { parseDatabaseAddress } from '../../dist/src/config/database-address.js'

const [address, times] = process.argv.slice(2)
const store = await openStore(parseDatabaseAddress(address))

for (let done = 0; done < Number(times); ) {
  const seen = await store.find('decision', 'counter')
  const body = { count: (seen?.body.count ?? 0) + 1 }
  const change = { kind: 'decision', id: 'counter', expectedRevision: seen?.revision ?? 0, body }
  try {
    await store.commit([change], { at: '2015-03-12T09:00:00+08:00', actor: String(process.pid) })
    done += 1
  } catch (error) {
    if (error.code !== 'stale-revision') throw error
  }
}
await store.close()
