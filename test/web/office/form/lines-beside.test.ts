import { describe, expect, it } from '@jest/globals'
import type { Finding } from '../../../../src/domain/finding.ts'
import { readPosted } from '../../../../src/web/office/form/form-values.ts'
import { linesBeside } from '../../../../src/web/office/form/lines-beside.ts'
import { readForm } from '../../../../src/web/office/form/read-form.ts'

const aFinding = (path: string, message = '规则'): Finding => ({
  rule: 'MAT-01',
  severity: 'warning',
  subject: 'fgw-001',
  path,
  message,
  basis: '行政许可法第三十条',
})
const reading = readForm(readPosted({ promisedTimeLimit: '二十来天', 'guide.materials.5.name': '申请表' }))

describe('what is said of a form', () => {
  it('stands at its field, as the rows are numbered in the form', () => {
    const { beside } = linesBeside(reading, { findings: [aFinding('/guide/materials/0/copies')], violations: [] })
    expect(beside.get('guide.materials.5.copies')).toEqual([
      { severity: 'warning', message: '规则', basis: '行政许可法第三十条' },
    ])
  })

  it('is only that it could not be read, where it could not be read', () => {
    const violations = [{ pointer: '/promisedTimeLimit', rule: 'type', message: '应当是对象。' }]
    const findings = [aFinding('/promisedTimeLimit', '未填写承诺时限。')]
    const { beside } = linesBeside(reading, { findings, violations })
    expect(beside.get('promisedTimeLimit')?.map(({ message }) => message)).toEqual([
      expect.stringContaining('二十来天'),
    ])
  })

  it.each([
    ['/guide/consultation/0/way', '还没有选择。'],
    ['/procedure/flows/0/to', '还没有选择。'],
    ['/guide/consultation/0/value', '还没有填写。'],
    ['/extension/amount', '还没有填写。'],
    ['/guide/consultation/0/note', '应当是文字。'],
  ])('is said in the words of the form where something is only missing: %s', (pointer, message) => {
    const body = {
      'guide.consultation.0.note': '备注',
      'procedure.flows.0.when': '是',
      'extension.approvedBy': '局长',
    }
    const violations = [{ pointer, rule: 'type', message: '应当是文字。' }]
    const { beside } = linesBeside(readForm(readPosted(body)), { findings: [], violations })
    expect([...beside.values()].flat().map((line) => line.message)).toEqual([message])
  })

  it('is said once', () => {
    const { beside } = linesBeside(reading, {
      findings: [aFinding('/legalBases'), aFinding('/legalBases')],
      violations: [],
    })
    expect(beside.get('legalBases')).toHaveLength(1)
  })

  it('is said of the whole where it belongs to no field', () => {
    const { general } = linesBeside(reading, {
      findings: [aFinding('/guide'), aFinding('/procedure', '流程')],
      violations: [],
    })
    expect(general.map(({ message }) => message)).toEqual(['规则', '流程'])
  })

  it('leaves out what the agency cannot mend', () => {
    const { beside, general } = linesBeside(reading, { findings: [aFinding('/statutoryTimeLimit')], violations: [] })
    expect([...beside.keys(), ...general]).toEqual(['promisedTimeLimit'])
  })
})
