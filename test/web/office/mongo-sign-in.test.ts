import { afterAll } from '@jest/globals'
import { longestDrop } from '../../builders/mongo-databases.ts'
import { runOnMongo } from '../../builders/store-under-test.ts'
import { removeStores } from '../../builders/stores.ts'

runOnMongo()
await import('./sign-in.test.ts')
afterAll(removeStores, longestDrop)
