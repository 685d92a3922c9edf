import { caseTypeRules } from './case-type-rules.ts'
import { catalogueRules } from './catalogue-rules.ts'
import { decisionRules } from './decision-rules.ts'
import { feeRules } from './fee-rules.ts'
import { flowAgreementRules } from './flow-agreement-rules.ts'
import { flowContentRules } from './flow-content-rules.ts'
import { flowRules } from './flow-rules.ts'
import { flowSourceRules } from './flow-source-rules.ts'
import { flowTimeRules } from './flow-time-rules.ts'
import { guideContactRules } from './guide-contact-rules.ts'
import { guideResultRules } from './guide-result-rules.ts'
import { guideSectionRules } from './guide-section-rules.ts'
import { guideWordingRules } from './guide-wording-rules.ts'
import { historyRules } from './history-rules.ts'
import { itemRules } from './item-rules.ts'
import { lawRules } from './law-rules.ts'
import { limitRules } from './limit-rules.ts'
import { materialRules } from './material-rules.ts'
import type { Rule } from './rule.ts'
import { specialProcedureRules } from './special-procedure-rules.ts'
import { standingRules } from './standing-rules.ts'
import { statuteRules } from './statute-rules.ts'
import { textRules } from './text-rules.ts'

/** Every rule, by its id. A rule is added to one list of this folder; everything else reads this table. */
export const rules: readonly Rule[] = [
  ...itemRules,
  ...standingRules,
  ...lawRules,
  ...limitRules,
  ...historyRules,
  ...materialRules,
  ...feeRules,
  ...catalogueRules,
  ...decisionRules,
  ...statuteRules,
  ...specialProcedureRules,
  ...caseTypeRules,
  ...textRules,
  ...guideSectionRules,
  ...guideWordingRules,
  ...guideContactRules,
  ...guideResultRules,
  ...flowRules,
  ...flowContentRules,
  ...flowTimeRules,
  ...flowSourceRules,
  ...flowAgreementRules,
].sort((a, b) => (a.id < b.id ? -1 : 1))
