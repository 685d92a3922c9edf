/**
 * Finds a MongoDB server for the tests: the one that MONGODB_URI names, else mongodb-memory-server where its binary is there or can be
 * had. Without any the tests that need one are left out, and the last lines of the run say so.
 *
 * BANSHI_REQUIRE_MONGODB=1 (`npm run test:mongo`) refuses to run without a server.
 */
let memoryServer

/** Puts the address into MONGODB_URI, where all tests find it, and answers in words where the server is from; `undefined`: there is none. */
export async function findMongoServer() {
  const from = process.env.MONGODB_URI ? 'MONGODB_URI' : await startMemoryServer()
  if (from === undefined && process.env.BANSHI_REQUIRE_MONGODB === '1') {
    throw new Error('No MongoDB server: MONGODB_URI is not set and mongodb-memory-server has no binary.')
  }
  process.env.BANSHI_MONGODB_FROM = from ?? ''
  return from
}

export async function stopMongoServer() {
  await memoryServer?.stop()
}

async function startMemoryServer() {
  try {
    if (!(await hasBinary()) && !(await canDownload())) return undefined
    const { MongoMemoryReplSet } = await import('mongodb-memory-server')
    memoryServer = await MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } })
    process.env.MONGODB_URI = memoryServer.getUri()
    return 'mongodb-memory-server'
  } catch (error) {
    process.stderr.write(`mongodb-memory-server did not start: ${error.message}\n`)
    return undefined
  }
}

async function hasBinary() {
  const { DryMongoBinary } = await import('mongodb-memory-server')
  const options = await DryMongoBinary.generateOptions()
  return (await DryMongoBinary.locateBinary(options)) !== undefined
}

/** The package itself tries for many seconds before it gives up. */
async function canDownload() {
  try {
    await fetch('https://fastdl.mongodb.org/', { method: 'HEAD', signal: AbortSignal.timeout(3000) })
    return true
  } catch {
    return false
  }
}
