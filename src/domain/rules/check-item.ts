import type { ApprovalItem } from '../../schema/types.ts'
import type { Finding } from '../finding.ts'
import { type ChosenRule, type RuleSelection, selectRules } from './choose-rules.ts'
import { findingOf } from './finding-of.ts'
import type { Breach, RuleContext } from './rule.ts'

/** What the rules on items, guides and procedures say of an item that fits its schema, in the order of their ids. */
export function checkItem(item: ApprovalItem, context: RuleContext, selection: RuleSelection = {}): Finding[] {
  return selectRules(context, selection).flatMap((chosen) =>
    breachesOf(chosen, item, context).map((breach) => findingOf(chosen, breach, item.code)),
  )
}

/**
 * What the rules say of an item that is being written: any field may be missing or of the wrong shape.
 *
 * A rule that stumbles over such a shape, by an error or by a sentence with gaps, says nothing; the schema names the field. This is the only
 * place where a rule may throw.
 */
export function checkHalfWritten(value: unknown, context: RuleContext, selection: RuleSelection = {}): Finding[] {
  if (value === null || typeof value !== 'object') return []
  const item = value as ApprovalItem // of any shape: that is what the catch is for
  return selectRules(context, selection).flatMap((chosen) => {
    try {
      const subject = typeof item.code === 'string' ? item.code : ''
      return breachesOf(chosen, item, context)
        .map((breach) => findingOf(chosen, breach, subject))
        .filter(isWhole)
    } catch {
      return []
    }
  })
}

/** Whether every gap of the sentences was filled with something. */
function isWhole({ message, mend }: Finding): boolean {
  return !/\{\w+\}|\b(?:undefined|NaN)\b|\[object /.test(`${message}${mend}`)
}

function breachesOf({ rule }: ChosenRule, item: ApprovalItem, context: RuleContext): Breach[] {
  switch (rule.subject) {
    case 'item':
      return rule.check(item, context)
    case 'guide':
      return item.guide === null ? [] : rule.check(item.guide, { ...context, item })
    case 'procedure':
      return item.procedure === null ? [] : rule.check(item.procedure, { ...context, item })
    default:
      return []
  }
}
