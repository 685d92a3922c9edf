/** Writes docs/rules.md from the table of rules. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeRules } from '../src/domain/rules/describe-rules.ts'

writeFileSync(join(process.cwd(), 'docs/rules.md'), describeRules())
