import fc from 'fast-check'
import type { EditionContent } from '../../../src/domain/editions/edition-fields.ts'
import { takeContent } from '../../../src/domain/editions/edition-fields.ts'
import { checkDocument } from '../../../src/schema/check-document.ts'
import type { Material, ServiceGuide } from '../../../src/schema/types.ts'
import { aFullItem } from '../../builders/items.ts'

/** A guide with every default filled in; throws where `fields` breaks the schema. */
function aGuide(fields: object = {}): ServiceGuide {
  const { document, violations } = checkDocument('guide', fields)
  if (document === undefined) throw new Error(JSON.stringify(violations))
  return document
}

export function aMaterial(fields: Partial<Material> & { name: string }): Material {
  const [material] = aGuide({ materials: [fields] }).materials
  if (material === undefined) throw new Error('no material')
  return material
}

/** The content of a full item with a guide of these fields. */
export function aContent(guide: object = {}, overrides: Partial<EditionContent> = {}): EditionContent {
  return { ...takeContent(aFullItem()), guide: aGuide(guide), ...overrides }
}

const shortText = fc.constantFrom('申请表', '营业执照复印件', '营业执照', '身份证', '第三条', '验资报告')
const note = fc.option(fc.constantFrom('一式两份', '加盖公章', ''), { nil: null })
const rows = fc.array(fc.record({ name: shortText, copies: fc.option(fc.nat(3), { nil: null }), note }), {
  maxLength: 6,
})
const duration = fc.constantFrom(null, { unit: 'instant' as const }, { amount: 20, unit: 'working-day' as const })

/** Contents of few names, so that two of them share rows, differ in some and have rows of one name. */
export const someContent: fc.Arbitrary<EditionContent> = fc
  .record({ aliases: fc.array(shortText, { maxLength: 5 }), promisedTimeLimit: duration, materials: rows, scope: note })
  .map(({ aliases, promisedTimeLimit, materials, scope }) => ({
    ...takeContent(aFullItem()),
    aliases,
    promisedTimeLimit,
    guide: {
      ...aGuide(),
      scope,
      materials: materials.map((fields) => ({ ...aMaterial({ name: fields.name }), ...fields })),
    },
  }))
