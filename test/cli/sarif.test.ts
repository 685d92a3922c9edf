import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from '@jest/globals'
import { Ajv } from 'ajv'
import { type PlacedFinding, placeFindings } from '../../src/cli/place-findings.ts'
import { sarifOf } from '../../src/cli/sarif.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { rules } from '../../src/domain/rules/rules.ts'
import { createCatalogueFolder } from '../../src/exchange/catalogue-folder.ts'
import { aFolder, removeFolder, smallCatalogue } from './a-catalogue-folder.ts'

const message = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } }
const level = { enum: ['none', 'note', 'warning', 'error'] }
const position = { type: 'integer', minimum: 1 }
/** What the standard (OASIS SARIF 2.1.0, sections 3.13 to 3.30) demands of the parts that are written here. */
const log = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: {
                  language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'fullDescription', 'help'],
                      properties: { shortDescription: message, fullDescription: message, help: message },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message', 'ruleId', 'level', 'locations'],
              properties: {
                message,
                level,
                ruleIndex: { type: 'integer', minimum: -1 },
                locations: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['physicalLocation'],
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation'],
                        properties: {
                          artifactLocation: {
                            type: 'object',
                            required: ['uri'],
                            properties: { uri: { type: 'string', pattern: '^(?!/)[!-~]+$' } },
                          },
                          region: { type: 'object', properties: { startLine: position, startColumn: position } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
}
const isLog = new Ajv({ strict: false }).compile(log)

const finding = (subject: string, rule = 'TIM-05'): Finding => ({
  rule,
  severity: 'hint',
  subject,
  path: '/promisedTimeLimit',
  message: '承诺时限未压缩。',
  basis: null,
  mend: '缩短承诺时限。',
})
const placeOf = (result: unknown) =>
  (result as { locations: { physicalLocation: { artifactLocation: { uri: string }; region?: object } }[] }).locations[0]
    ?.physicalLocation
const uriOf = (subject: string) => placeOf(sarifOf([finding(subject)]).runs[0]?.results[0])?.artifactLocation.uri

describe('findings as SARIF', () => {
  it('keep to the shape of the standard', () => {
    const violation = {
      file: '目录/坏.yaml',
      line: 3,
      column: 5,
      pointer: '/name',
      rule: 'required',
      message: '缺少名称。',
    }
    expect(
      isLog(sarifOf([finding('fgw-001'), finding('安全生产法')], [violation, { ...violation, pointer: '' }])),
    ).toBe(true)
    expect(isLog({ ...sarifOf([]), version: '2.0.0' })).toBe(false)
  })

  it('point to the rule that found them and call a hint a note', () => {
    const [run] = sarifOf([finding('fgw-001')]).runs
    const [result] = run?.results ?? []
    expect(result).toMatchObject({
      ruleId: 'TIM-05',
      ruleIndex: rules.findIndex(({ id }) => id === 'TIM-05'),
      level: 'note',
      message: { text: '承诺时限未压缩。缩短承诺时限。' },
    })
  })

  it.each([
    ['fgw-001', 'items/fgw/fgw-001.yaml'],
    ['2014-05-04-17', 'decisions/2014-05-04-17.yaml'],
    ['fgw', 'agencies.yaml'],
    ['policy', 'policy.yaml'],
    ['安全生产法', 'laws.yaml'],
  ])('name the file of %s', (subject, file) => {
    expect(uriOf(subject)).toBe(file)
  })

  it.each([
    ['catalog/items/fgw/fgw-001.yaml', 'catalog/items/fgw/fgw-001.yaml'],
    [resolve('目录/fgw-001.yaml'), `${encodeURIComponent('目录')}/fgw-001.yaml`],
    [resolve('../elsewhere/fgw-001.yaml'), pathToFileURL('../elsewhere/fgw-001.yaml').href],
  ])('name %s from the working directory, or whole outside it', (file, uri) => {
    const [run] = sarifOf([{ ...finding('fgw-001'), file, line: 7, column: 3 }]).runs
    expect(placeOf(run?.results[0])).toEqual({
      artifactLocation: { uri },
      region: { startLine: 7, startColumn: 3 },
    })
  })

  it('name no place when a violation has no file', () => {
    const [run] = sarifOf([], [{ pointer: '/name', rule: 'required', message: '缺少名称。' }]).runs
    expect(run?.results[0]?.locations).toEqual([{ logicalLocations: [{ fullyQualifiedName: '/name' }] }])
  })
})

describe('findings of a folder', () => {
  const folder = aFolder(smallCatalogue)
  afterAll(() => removeFolder(folder))

  it('stand at line and column of their field, in the order they came', async () => {
    const asked = [
      finding('fgw-001'),
      finding('spj-001'),
      finding('fgw'),
      { ...finding('fgw-001'), path: '/name' },
      finding('fgw-009'),
    ]
    const placed = await placeFindings(folder, asked, createCatalogueFolder().place)
    expect(placed.map(({ subject, path }) => subject + path)).toEqual(asked.map(({ subject, path }) => subject + path))
    const [limit, , list, name, absent] = placed
    expect(textAt(limit)).toMatch(/^\{ amount: 7/)
    expect(textAt(name)).toBe('企业投资项目核准')
    expect(list).toMatchObject({ file: join(folder, 'agencies.yaml'), line: 1, column: 1 })
    expect(absent).not.toHaveProperty('line')
  })
})

function textAt(placed: PlacedFinding | undefined): string | undefined {
  const { file = '', line = 0, column = 0 } = placed ?? {}
  return readFileSync(file, 'utf8')
    .split('\n')
    [line - 1]?.slice(column - 1)
}
