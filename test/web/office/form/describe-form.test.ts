import { describe, expect, it } from '@jest/globals'
import { checkedKinds, loadSchema, type SchemaNode } from '../../../../src/schema/schema-files.ts'
import { describeForm } from '../../../../src/web/office/form/describe-form.ts'
import { fieldNotes } from '../../../../src/web/office/form/field-notes.ts'
import type { FormNode } from '../../../../src/web/office/form/form-nodes.ts'
import { formSections, topLevelNames } from '../../../../src/web/office/form/form-sections.ts'

function nodesIn(node: FormNode): FormNode[] {
  if (node.kind === 'group') return [node, ...node.fields.flatMap(nodesIn)]
  return node.kind === 'rows' ? [node, ...nodesIn(node.row)] : [node]
}

const all = nodesIn(describeForm()).slice(1)
const find = (key: string) => all.find((node) => node.key === key)

describe('the form made of the schemas', () => {
  it('calls every field by a Chinese name', () => {
    expect(all.filter(({ label }) => !/\p{Script=Han}/u.test(label))).toEqual([])
  })

  it.each([
    ['promisedTimeLimit', { kind: 'duration', label: '承诺时限', isSpread: false }],
    ['extension', { kind: 'group', label: '延长期限', isOptional: true }],
    ['receipt', { kind: 'group', isOptional: false }],
    [
      'conditions',
      { kind: 'rows', label: '申请条件', row: expect.objectContaining({ kind: 'text', form: 'markdown' }) },
    ],
    ['materials', { kind: 'rows', noun: '材料' }],
    ['caseType', { kind: 'choice', blank: 'promised' }],
    ['way', { kind: 'choice', blank: '' }],
    ['reviewType', { kind: 'choice', blank: null }],
    ['audiences', { kind: 'choices' }],
    ['onlinePayment', { kind: 'yes-no', blank: null }],
    ['noMaterials', { kind: 'yes-no', blank: false }],
    ['copies', { kind: 'number', minimum: 0, maximum: 99 }],
    ['articles', { kind: 'lines' }],
    ['lane', { kind: 'reference', to: 'lanes', blank: '' }],
    ['id', { kind: 'mark' }],
    ['checkedOn', { kind: 'text', form: 'day' }],
    ['law', { kind: 'text', source: 'laws', blank: '' }],
  ])('makes of %s what it is', (key, node) => {
    expect(find(key)).toMatchObject(node)
  })

  it('takes bounds from the schema', () => {
    expect(find('mermaid')).toMatchObject({ maxLength: 20_000, form: 'code' })
    expect(find('steps')).toMatchObject({ maxRows: 200 })
  })

  it('asks for amount and unit of an extension as one limit', () => {
    const extension = find('extension')
    expect(extension?.kind === 'group' && extension.fields.map(({ kind, key }) => [kind, key])).toEqual([
      ['duration', 'amount'],
      ['text', 'approvedBy'],
      ['text', 'basis'],
    ])
  })
})

describe('the sections of the form', () => {
  it('hold every field of a content once', () => {
    const placed = formSections().flatMap(({ places }) => places.map(({ name }) => name))
    expect([...placed].sort()).toEqual(topLevelNames().sort())
  })
})

describe('what is noted of fields', () => {
  it('speaks of fields that the schemas have', () => {
    const known = [...checkedKinds, 'common' as const].flatMap((kind) => fieldsIn(loadSchema(kind)))
    const noted = Object.entries(fieldNotes).flatMap(([title, notes]) =>
      Object.keys(notes).map((key) => `${title}.${key}`),
    )
    expect(noted.filter((name) => !known.includes(name))).toEqual([])
  })
})

function fieldsIn(schema: SchemaNode): string[] {
  const { title = '', properties = {}, items, $defs = {} } = schema
  const inside = [...Object.values(properties), ...Object.values($defs), ...(items ? [items] : [])]
  return [...Object.keys(properties).map((key) => `${title}.${key}`), ...inside.flatMap(fieldsIn)]
}
