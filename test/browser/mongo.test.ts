import { runOnMongo } from '../builders/store-under-test.ts'

// The journeys of visitors and through the office once more, on MongoDB.
runOnMongo()
await import('./journeys.test.ts')
await import('./day-journeys.test.ts')
await import('./office-journey.test.ts')
