import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { actionFields, blankAction } from '../../../src/domain/office/action-fields.ts'
import { decisionSteps, findDecisionStep } from '../../../src/domain/office/decision-steps.ts'
import { rights } from '../../../src/domain/office/rights.ts'
import type { AdjustmentDecision } from '../../../src/schema/types.ts'

const schema = JSON.parse(readFileSync('schemas/decision.schema.json', 'utf8'))
const kinds: { properties: Record<string, { const?: string }> }[] = schema.properties.actions.items.oneOf

describe('the fields of the rows of a decision', () => {
  it.each(Object.entries(actionFields))('are for %s those of the schema', (action, fields) => {
    const kind = kinds.find(({ properties }) => properties.action?.const === action)
    const names = Object.keys(kind?.properties ?? {}).filter((name) => name !== 'action')
    expect(fields.map(({ name }) => name).sort()).toEqual(names.sort())
  })

  it('are there for every kind of the schema, and all in a blank row', () => {
    expect(Object.keys(actionFields).sort()).toEqual(kinds.map(({ properties }) => properties.action?.const).sort())
    expect(Object.keys(blankAction('delegate')).sort()).toEqual(
      ['action', ...actionFields.delegate.map(({ name }) => name)].sort(),
    )
  })
})

describe('the ways of a decision', () => {
  const stages: AdjustmentDecision['stage'][] = ['draft', 'consulting', 'adopted', 'published', 'revoked']

  it('never lead back from what was adopted', () => {
    const forward = decisionSteps.filter(({ from }) =>
      from.some((stage) => stage === 'adopted' || stage === 'published'),
    )
    expect(forward.map(({ to }) => to)).toEqual(['published', 'revoked'])
    expect(decisionSteps.some(({ from }) => from.includes('revoked'))).toBe(false)
  })

  it('name a right of the table, and there is one way for an action and a stage', () => {
    for (const { right } of decisionSteps) expect(rights.some(({ action }) => action === right)).toBe(true)
    for (const stage of stages) {
      const names = decisionSteps.filter(({ from }) => from.includes(stage)).map(({ action }) => action)
      expect(new Set(names).size).toBe(names.length)
    }
    expect(findDecisionStep('revoked', 'publish')).toBeUndefined()
  })
})
