import { describe, expect, it } from '@jest/globals'
import type { Finding } from '../../src/domain/finding.ts'
import { runBanshi } from '../cli/run-banshi.ts'
import { readSample } from './the-sample.ts'

const readme = readSample('README.md')
const [head = '', , ...lines] = readme.slice(readme.indexOf('| rule |')).split('\n\n')[0]?.split('\n') ?? []
const days = cellsOf(head).filter((cell) => cell.startsWith('20'))

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

/** What the README says of a day: how often each rule finds something, by rule and kind. */
function written(day: string): Record<string, number> {
  const column = cellsOf(head).indexOf(day)
  return Object.fromEntries(
    lines
      .map(cellsOf)
      .map((cells) => [`${cells[0]} ${cells[1]}`, Number(cells[column])] as const)
      .filter(([, count]) => count > 0),
  )
}

function found(day: string): Record<string, number> {
  const { findings }: { findings: Finding[] } = JSON.parse(
    runBanshi(['check', 'catalog', '--as-of', day, '--json']).stdout,
  )
  const counts: Record<string, number> = {}
  for (const { rule, severity } of findings) counts[`${rule} ${severity}`] = (counts[`${rule} ${severity}`] ?? 0) + 1
  return counts
}

describe('the findings in the sample', () => {
  it('are told for two days', () => expect(days).toHaveLength(2))

  it.each(days)('are on %s those that its README explains', (day) => {
    expect(found(day)).toEqual(written(day))
  })
})
