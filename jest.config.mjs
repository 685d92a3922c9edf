import { findMongoServer } from './scripts/mongodb-for-tests.mjs'

const mongoServer = await findMongoServer()

/** Tests are ES modules; TypeScript is stripped by swc, types are checked by `npm run typecheck` inside the suite. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  // What tests MongoDB alone has `mongo` in its path.
  testPathIgnorePatterns: ['/node_modules/', ...(mongoServer === undefined ? ['<rootDir>/test/.*mongo'] : [])],
  globalTeardown: '<rootDir>/scripts/stop-mongodb.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
  testTimeout: 60_000,
  // Half of a suite is waiting: for browsers, other processes and a database server.
  maxWorkers: '100%',
}
