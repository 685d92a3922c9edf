import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { evaluatedRules, evaluateGuides } from '../../scripts/evaluate-rules/evaluate.ts'
import { readFoundGuides, readJudgements } from '../../scripts/evaluate-rules/found-guides.ts'
import { compareWithVerdicts, writeEvaluation } from '../../scripts/evaluate-rules/write-evaluation.ts'
import { rules } from '../../src/domain/rules/rules.ts'

const guides = readFoundGuides(process.cwd())
const judgements = readJudgements(process.cwd())

describe('the rules on texts, on published guides', () => {
  it('say what was judged, no more and no less', () => {
    expect(compareWithVerdicts(evaluateGuides(guides), judgements)).toEqual({ unjudged: [], outdated: [] })
  })

  it('tell a finding without a verdict, and a verdict without its finding', () => {
    const [first, ...others] = judgements
    const findings = evaluateGuides(guides)
    expect(compareWithVerdicts(findings, others).unjudged).toHaveLength(1)
    expect(compareWithVerdicts(findings.slice(1), judgements).outdated).toEqual([first])
  })

  it('are wrong in less than one of twenty findings', () => {
    const rejected = judgements.filter(({ verdict }) => verdict === 'rejected')
    expect(rejected.length / judgements.length).toBeLessThan(0.05)
  })

  it('are written down as they are', () => {
    expect(readFileSync('docs/rules-evaluation.md', 'utf8')).toBe(writeEvaluation(guides, judgements))
  })

  it('are rules of the table, and every guide names where it was read', () => {
    const known = rules.map(({ id }) => id)
    expect(evaluatedRules.filter((id) => !known.includes(id))).toEqual([])
    expect(guides.filter(({ source }) => source.trim() === '')).toEqual([])
    expect(guides).toHaveLength(41)
  })
})
