import { caseTypeRules } from './case-type-rules.ts'
import { flowRules } from './flow-rules.ts'
import { limitRules } from './limit-rules.ts'
import type { Rule } from './rule.ts'
import { specialProcedureRules } from './special-procedure-rules.ts'
import { statuteRules } from './statute-rules.ts'
import { textRules } from './text-rules.ts'

/** Every rule on a single item, by its id. TIM-23 is missing: it compares versions. */
export const rules: readonly Rule[] = [
  ...limitRules,
  ...statuteRules,
  ...specialProcedureRules,
  ...caseTypeRules,
  ...textRules,
  ...flowRules,
].sort((a, b) => (a.id < b.id ? -1 : 1))
