import { decisionSheets } from './decision-sheets.ts'
import { guideSheets } from './guide-sheets.ts'
import { itemSheets } from './item-sheets.ts'
import { procedureSheets } from './procedure-sheets.ts'
import { registerSheets } from './register-sheets.ts'
import type { Sheet } from './sheet.ts'

/** Every sheet of the workbook, in its order. What reads and what writes a workbook know the same. */
export const sheets: readonly Sheet[] = [
  ...itemSheets,
  ...guideSheets,
  ...procedureSheets,
  ...decisionSheets,
  ...registerSheets,
]
