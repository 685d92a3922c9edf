import type { SpecialProcedure } from '../../schema/types.ts'

/** What 行政许可法 第四十五条 takes out of the time limit. */
export const notCountedByLaw: readonly SpecialProcedure['kind'][] = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
]
