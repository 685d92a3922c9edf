import { expect, it } from '@jest/globals'
import { parseYaml } from '../../src/exchange/parse-yaml.ts'
import { checkDocument } from '../../src/schema/check-document.ts'

const procedure = `lanes:
  - { id: applicant, name: 申请人 }
  - { id: window, name: 政务中心窗口 }
steps:
  - { id: apply, name: 提交申请, kind: start, lane: applicant }
  - { id: accept, name: 材料齐全且符合法定形式？, kind: decision, lane: window, limit: { amount: 1, unit: working-day }, post: 窗口工作人员 }
  - { id: grant, name: 颁发证件, kind: end, lane: window, outcome: granted }
flows:
  - { from: apply, to: accept }
  - { from: accept, to: grant, when: 是 }
`

const item = `code: fgw-001                     # agency code, dash, three digits or more
catalogCode: null
implementationCode: null
name: 企业投资项目核准
aliases: [办项目核准]
agency: fgw
type: licensing
handlingRole: own
parent: null
audiences: [enterprise]
themes: [投资立项]
jointAgencies: []
powerSource: statutory
legalBases:
  - { law: 企业投资项目核准和备案管理条例, articles: [第三条], for: item }      # for: item · limit · fee · condition · material
  - { law: 企业投资项目核准和备案管理条例, articles: [第十条], for: limit }
caseType: promised
statutoryTimeLimit: { amount: 20, unit: working-day }
promisedTimeLimit: { amount: 6, unit: working-day }
extension: { amount: 10, unit: working-day, approvedBy: 本机关负责人 }
specialProcedures:
  - { kind: expert-review, limit: { amount: 30, unit: calendar-day }, counted: false, basis: 行政许可法第四十五条 }
compressionException: null
quantityLimit: null
provenance: { facts: statute, verified: false, note: 示例 }
guide: {}
procedure:
${procedure.replaceAll(/^/gm, '  ')}
`

const decision = `id: 2014-05-04-17
title: 湘潭市拟取消和调整的行政审批项目目录
documentNumber: null
issuer: 湘潭市人民政府
stage: adopted
consultations: [{ body: 市监察局, on: null, opinion: 同意 }]
adoptedOn: 2014-05-04
adoptedBy: 市政府第17次常务会议
publishedOn: null
effectiveOn: 2014-05-04
declared: { cancel: 8, undertake: 59, delegate: 5, merge: 2 }
inTransit: 施行前已受理的申请由原机关继续办结
actions:
  - { action: cancel, item: fgw-009, reason: 国务院已取消, supervision: 加强事中事后监管 }
  - { action: delegate, item: zjj-004, to: [xiangtan-xian, xiangxiang], mode: direct, handoverOn: null }
  - { action: merge, items: [gtj-003, gtj-004], into: gtj-021 }
  - { action: undertake, item: wsj-015, from: 湖南省卫生和计划生育委员会, superiorNumber: 湘政发〔2014〕14号, mode: direct }
  - { action: create, item: x-030, reason: 新法设定 }
  - { action: rename, item: fgw-001, to: 企业投资项目核准（市级权限） }
  - { action: transfer, item: gsj-001, to: scjg }
  - { action: reclassify, item: x-002, to: internal-approval }
  - { action: split, item: x-003, into: [x-031, x-032] }
  - { action: suspend, item: x-004, until: null }
  - { action: resume, item: x-004 }
  - { action: retain, item: x-005 }
`

it.each([
  ['item', item],
  ['procedure', procedure],
  ['decision', decision],
] as const)('the %s that the contract shows passes', (kind, text) => {
  const parsed = parseYaml(text)
  expect(parsed.violations).toBeUndefined()
  expect(checkDocument(kind, parsed.value).violations).toBeUndefined()
})

it.each([{ guide: null, procedure: null }, {}])('an item may have no guide and no procedure (%j)', (parts) => {
  const value = { code: 'fgw-001', name: '核准', agency: 'fgw', type: 'licensing', ...parts }
  expect(checkDocument('item', value).document).toMatchObject({ guide: null, procedure: null, mermaid: null })
})
