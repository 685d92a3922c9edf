// Opens a store and commits one document without root's rights; prints the code and the facts of the refusal, or "done".
// Argument: database file.
import { openSqliteCatalogStore } from '../../../dist/src/stores/sqlite/sqlite-catalog-store.js'

if (process.getuid() === 0) {
  process.setgroups([])
  process.setgid(65534)
  process.setuid(65534)
}

const decision = { kind: 'decision', id: 'a', expectedRevision: 0, body: {} }
try {
  const store = await openSqliteCatalogStore(process.argv[2])
  await store.commit([decision], { at: '2015-03-12T09:00:00+08:00', actor: 'import' })
  process.stdout.write('"done"')
} catch ({ code, facts }) {
  process.stdout.write(JSON.stringify({ code, facts }))
}
