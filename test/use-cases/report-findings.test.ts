import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { NotFoundError } from '../../src/domain/catalog-error.ts'
import { countFindings, rankRules } from '../../src/domain/count-findings.ts'
import type { Finding } from '../../src/domain/finding.ts'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { writeChangingCatalogue } from '../builders/a-changing-catalogue.ts'
import { openAsking } from '../builders/asked-catalogues.ts'

const folder = writeChangingCatalogue()
const asking = openAsking()
let useCases: UseCases

beforeAll(async () => {
  useCases = asking.over(await asking.fill(folder))
})
afterAll(async () => {
  await asking.close()
  rmSync(dirname(folder), { recursive: true, force: true })
})

describe('the report of findings', () => {
  it('counts what the check finds', async () => {
    const found = await useCases.checkCatalogue({ asOf: '2015-03-12' })
    const { counts, commonest, findings, asOf } = await useCases.reportFindings()
    expect([asOf, counts, findings]).toEqual(['2015-03-12', countFindings(found), null])
    expect(commonest).toEqual(rankRules(found).slice(0, 10))
  })

  it('gives every item’s findings to its agency of the day', async () => {
    const found = await useCases.checkCatalogue({ asOf: '2015-03-12' })
    const { agencies } = await useCases.reportFindings()
    for (const { code, name, counts } of agencies) {
      const report = await useCases.reportFindings({ agency: code })
      expect([name, countFindings(report.findings ?? [])]).toEqual([name, counts])
      expect(report.counts).toEqual(counts)
      expect(report.findings?.every((finding) => finding.name !== '')).toBe(true)
    }
    const ofAgencies = agencies.flatMap(({ counts }) => Object.values(counts)).reduce((sum, count) => sum + count, 0)
    const ofDecisions = found.filter(({ subject }) => /^\d{4}/.test(subject)).length
    expect(ofAgencies + ofDecisions).toBe(found.length)
  })

  it('counts the ends of the years in which something changed, and the day itself last', async () => {
    const { overTime } = await useCases.reportFindings()
    const days = overTime.map(({ on }) => on)
    expect(days.at(-1)).toBe('2015-03-12')
    expect(days).toContain('2014-12-31')
    expect([...days].sort()).toEqual(days)
    const [{ on, counts } = { on: '', counts: undefined }] = overTime
    expect(counts).toEqual(countFindings(await useCases.checkCatalogue({ asOf: on })))
  })

  it('is refused for an agency that there is not', async () => {
    await expect(useCases.reportFindings({ agency: 'none' })).rejects.toThrow(NotFoundError)
  })
})

describe('rules by how often they find something', () => {
  const finding = (rule: string, severity: Finding['severity'], subject = 'fgw-001'): Finding => ({
    ...{ rule, severity, subject, path: '', message: '', basis: null, mend: '' },
  })

  it('come with the commonest first and the sharpest kind found', () => {
    const found = [
      finding('ITM-02', 'hint'),
      finding('ITM-01', 'hint'),
      finding('TIM-05', 'warning'),
      finding('TIM-05', 'error', 'fgw-002'),
    ]
    expect(rankRules(found).map(({ rule, severity, count, subjects }) => [rule, severity, count, subjects])).toEqual([
      ['TIM-05', 'error', 2, 2],
      ['ITM-01', 'hint', 1, 1],
      ['ITM-02', 'hint', 1, 1],
    ])
    expect(rankRules([])).toEqual([])
  })
})
