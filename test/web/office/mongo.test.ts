import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { longestDrop } from '../../builders/mongo-databases.ts'
import { runOnMongo } from '../../builders/store-under-test.ts'
import { removeStores } from '../../builders/stores.ts'

runOnMongo()

/** The pages and the API of the office. What is opened anew before each test has a file of its own here: it would be opened for all others as well. */
const opensOffice = /\bopenOffice(?:Site|Api)\b/
const opensForEach = /^beforeEach\(/m
const files = ['.', '../api']
  .map((folder) => join(import.meta.dirname, folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('mongo'))
      .map((name) => join(folder, name)),
  )
  .filter((path) => {
    const text = readFileSync(path, 'utf8')
    return opensOffice.test(text) && !opensForEach.test(text)
  })
  .sort()

for (const path of files) await import(path)
// Behind those of the files, which still look into their stores.
afterAll(removeStores, longestDrop)
