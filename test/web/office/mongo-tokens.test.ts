import { afterAll } from '@jest/globals'
import { longestDrop } from '../../builders/mongo-databases.ts'
import { runOnMongo } from '../../builders/store-under-test.ts'
import { removeStores } from '../../builders/stores.ts'

runOnMongo()
await import('./tokens.test.ts')
afterAll(removeStores, longestDrop)
