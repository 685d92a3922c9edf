import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { Severity } from '../../../src/domain/finding.ts'
import { rules } from '../../../src/domain/rules/rules.ts'
import { createWorkerFlowchartReader } from '../../../src/flowcharts/worker-flowchart-reader.ts'
import { checkExample, readCharts, readExample } from './read-fixture.ts'

const ids = rules.map(({ id }) => id)
const reader = createWorkerFlowchartReader({ timeoutMs: 60_000 })
afterAll(() => reader.close())
const findingsIn = async (name: string) => checkExample(await readCharts(readExample(name), reader))
/** From the mildest; a rule may speak of a lighter case more mildly. */
const severities: readonly Severity[] = ['hint', 'warning', 'error']
const severityOf = (id: string): Severity => rules.find((rule) => rule.id === id)?.severity ?? 'hint'

describe('the examples of the rules', () => {
  it('stand on a catalogue in which no rule finds anything', () => {
    expect(checkExample(readExample())).toEqual([])
  })

  it('are two for every rule and none besides', () => {
    const files = readdirSync(join(process.cwd(), 'test/fixtures/rules')).filter((file) => /\.(bad|good)\./.test(file))
    expect(files.sort()).toEqual(ids.flatMap((id) => [`${id}.bad.yaml`, `${id}.good.yaml`]).sort())
  })

  it.each(ids)('%s finds its bad example, and no other rule does', async (id) => {
    const findings = await findingsIn(`${id}.bad`)
    expect(findings.map(({ rule }) => rule)).toEqual([id])
    expect(severities.indexOf(findings[0]?.severity ?? 'hint')).toBeLessThanOrEqual(severities.indexOf(severityOf(id)))
    expect(findings[0]?.path).toMatch(/^\//)
    expect(`${findings[0]?.message}${findings[0]?.mend}`).not.toMatch(/[{}]|undefined|NaN/)
  })

  it.each(ids)('%s is quiet on its good example', async (id) => {
    expect((await findingsIn(`${id}.good`)).filter(({ rule }) => rule === id)).toEqual([])
  })
})
