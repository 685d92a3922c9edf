import { describe, expect, it } from '@jest/globals'
import { checkRuleChanges } from '../../../src/domain/check-references.ts'
import { checkItem } from '../../../src/domain/rules/check-item.ts'
import { soften } from '../../../src/domain/rules/choose-rules.ts'
import { rules } from '../../../src/domain/rules/rules.ts'
import type { RuleChange } from '../../../src/schema/types.ts'
import { aContext, anItem, aPolicy, working } from './an-item.ts'

const ids = new Set(rules.map(({ id }) => id))
/** Of an item whose promise of 7 working days misses a third of 20 (TIM-05, an error). */
function severityOf(changes: readonly Pick<RuleChange, 'rule' | 'severity'>[]): string | undefined {
  const ruleChanges = changes.map((change) => ({ ...change, reason: '试点', approvedBy: '市审改办' }))
  const context = aContext({ policy: aPolicy({ ruleChanges }) })
  const findings = checkItem(anItem({ promisedTimeLimit: working(7) }), context)
  return findings.find(({ rule }) => rule === 'TIM-05')?.severity
}

describe('a rule that a city changes', () => {
  it('is as it stands in the table when nothing is changed, or another rule is', () => {
    expect(severityOf([])).toBe('error')
    expect(severityOf([{ rule: 'TIM-04', severity: 'off' }])).toBe('error')
  })

  it.each(['warning', 'hint'] as const)('is milder as %s', (severity) => {
    expect(severityOf([{ rule: 'TIM-05', severity }])).toBe(severity)
  })

  it('is silent when it is off', () => {
    expect(severityOf([{ rule: 'TIM-05', severity: 'off' }])).toBeUndefined()
  })

  it('never becomes sharper', () => {
    expect(soften('hint', 'warning')).toBe('hint')
    expect(soften('warning', 'error')).toBe('warning')
    expect(soften('error', undefined)).toBe('error')
  })
})

describe('the changes of a policy', () => {
  const changesOf = (...changed: string[]) =>
    aPolicy({ ruleChanges: changed.map((rule) => ({ rule, severity: 'off', reason: '试点', approvedBy: '市审改办' })) })

  it('name rules that there are', () => {
    expect(checkRuleChanges(changesOf('TIM-05', 'GDE-18'), ids)).toEqual([])
  })

  it('are refused for a rule that there is not, by its place', () => {
    expect(checkRuleChanges(changesOf('TIM-05', 'TIM-99'), ids)).toEqual([
      { pointer: '/ruleChanges/1/rule', rule: 'unknown-rule', message: '没有规则 TIM-99，编号见 docs/rules.md。' },
    ])
  })

  it('change a rule once', () => {
    expect(checkRuleChanges(changesOf('TIM-05', 'TIM-05'), ids)).toEqual([
      expect.objectContaining({ pointer: '/ruleChanges/1/rule', rule: 'repeated-key' }),
    ])
  })
})
