#!/usr/bin/env node
/** The `banshi` command: builds what is not built, then hands over to the compiled command line. */
import { ensureBuilt } from './build.mjs'

ensureBuilt()
await import('../dist/src/cli/main.js')
