/**
 * Jest reporter: the last lines of a run say on which MongoDB server its tests ran, or that they did not, and then `N passed, N failed`
 * with the real counts; a suite that cannot load counts as one failure.
 */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    process.once('exit', () =>
      process.stdout.write(`${mongoLine()}\n${results.numPassedTests} passed, ${failed} failed\n`),
    )
  }
}

function mongoLine() {
  const from = process.env.BANSHI_MONGODB_FROM
  return from
    ? `MongoDB: tests had the server of ${from}.`
    : 'MongoDB: the suite did NOT run, there is no server (neither MONGODB_URI nor a binary for mongodb-memory-server).'
}
