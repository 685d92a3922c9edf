import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOnMongo } from '../builders/store-under-test.ts'

runOnMongo()

/** Tests of this folder that open a store once for many questions: the API and the public pages. */
const opensStore = /\b(openStoreUnderTest|openPages)\b/
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('mongo'))
  .map((name) => join(import.meta.dirname, name))
  .filter((path) => opensStore.test(readFileSync(path, 'utf8')))
  .sort()

// Imported here, all of them run once more on MongoDB, each on a database of its own.
for (const path of files) await import(path)
