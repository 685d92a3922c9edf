// Commits fifty items in parts of one. Argument: address of the database.
import { openMongoCatalogStore } from '../../../dist/src/stores/mongo/mongo-catalog-store.js'

const store = await openMongoCatalogStore(process.argv[2], { changesPerTransaction: 1 })
const changes = Array.from({ length: 50 }, (_, number) => ({
  kind: 'decision',
  id: `d-${number}`,
  expectedRevision: number === 0 ? 1 : 0,
  body: { number },
}))
await store.commit(changes, { at: '2015-03-12T09:00:00+08:00', actor: 'somebody who dies' })
