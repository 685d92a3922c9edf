/** Writes docs/review.md from the tables of review and rights. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeReview } from '../src/domain/office/describe-review.ts'

writeFileSync(join(process.cwd(), 'docs/review.md'), describeReview())
