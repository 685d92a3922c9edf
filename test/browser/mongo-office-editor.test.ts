import { runOnMongo } from '../builders/store-under-test.ts'

runOnMongo()
await import('./office-editor.test.ts')
