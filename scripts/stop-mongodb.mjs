import { stopMongoServer } from './mongodb-for-tests.mjs'

/** Jest calls this once, when all tests have run. */
export default stopMongoServer
