import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { buildCatalogue } from '../../scripts/sample-catalogue/build-catalogue.ts'
import { fillIn } from '../../scripts/sample-catalogue/fill-in.ts'
import { shareDays } from '../../scripts/sample-catalogue/share-days.ts'
import { readTables } from '../../scripts/sample-catalogue/tables.ts'
import { checkProcedureReferences } from '../../src/domain/check-references.ts'
import { compareDurations, toWorkingDays } from '../../src/domain/durations.ts'
import { findLongestPath } from '../../src/domain/procedure-graph.ts'
import { checkItem } from '../../src/domain/rules/check-item.ts'
import { createRuleContext } from '../../src/domain/rules/rule-context.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { Agencies, ApprovalItem, Conversion, Laws, Procedure, ServiceGuide } from '../../src/schema/types.ts'

const root = process.cwd()
const folder = join(root, 'catalog')
const read = (path: string) => parse(readFileSync(join(folder, path), 'utf8'))
const conversion: Conversion = { calendarDay: '5/7', month: '21', year: '250', hour: '1/8' }

const items = readdirSync(join(folder, 'items')).flatMap((agency) =>
  readdirSync(join(folder, 'items', agency)).map((file) => {
    const { document, violations } = checkDocument('item', read(`items/${agency}/${file}`))
    if (document === undefined) throw new Error(`${file}: ${JSON.stringify(violations)}`)
    return document
  }),
)
const laws: Laws = (() => {
  const { document } = checkDocument('laws', read('laws.yaml'))
  if (document === undefined) throw new Error('catalog/laws.yaml breaks its schema')
  return document
})()
const policy = (() => {
  const { document } = checkDocument('policy', read('policy.yaml'))
  if (document === undefined) throw new Error('catalog/policy.yaml breaks its schema')
  return document
})()
const context = createRuleContext({ policy, today: '2015-06-30', laws: laws.laws })
const source: { items: { id: string }[] } = JSON.parse(
  readFileSync(join(root, 'scripts/sample-catalogue/sources/legal-items.json'), 'utf8'),
)

/** Names of what fails: an empty list reads better than a hundred true values. */
const codesWhere = (fails: (item: ApprovalItem, guide: ServiceGuide, procedure: Procedure) => boolean) =>
  items
    .filter((item) => item.guide === null || item.procedure === null || fails(item, item.guide, item.procedure))
    .map(({ code }) => code)

describe('the sample catalogue', () => {
  it('has 44 agencies on 2014-08-15, each with an item of its own', () => {
    const agencies: Agencies['agencies'] = read('agencies.yaml').agencies
    const exist = agencies.filter(({ from, to }) => (from ?? '') <= '2014-08-15' && '2014-08-15' <= (to ?? '9999'))
    expect(exist).toHaveLength(44)
  })

  it('has every item of the source and every row of the tables, each name once in its agency', () => {
    const tables = readTables(root)
    expect(tables.items.slice(0, source.items.length).map(({ id }) => id)).toEqual(source.items.map(({ id }) => id))
    expect(items.map(({ name }) => name).sort()).toEqual(tables.items.map(({ name }) => name).sort())
    expect(new Set(items.map(({ agency, name }) => `${agency} ${name}`)).size).toBe(items.length)
  })

  it('is made again with the same bytes', () => {
    const files = buildCatalogue(root)
    const stale = [...files].filter(([path, text]) => readFileSync(join(folder, path), 'utf8') !== text)
    expect(stale.map(([path]) => path)).toEqual([])
    const kept = ['items', 'decisions'].flatMap((kind) =>
      readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' }),
    )
    expect(files.size).toBe(kept.filter((path) => path.endsWith('.yaml')).length + 5)
  })

  it('registers every law that an item cites', () => {
    const known = new Set(laws.laws.map(({ title }) => title))
    const cited = items.flatMap(({ legalBases, guide }) => [
      ...legalBases.map(({ law }) => law),
      ...(guide?.fees ?? []).flatMap(({ basis }) => basis?.law ?? []),
      ...(guide?.materials ?? []).flatMap(({ basis }) => basis?.law ?? []),
    ])
    expect([...new Set(cited)].filter((law) => !known.has(law))).toEqual([])
  })

  it('says of every fact where it comes from', () => {
    const marked = ['/promisedTimeLimit', '/guide', '/procedure', '/aliases', '/themes', '/statutoryTimeLimit']
    expect(
      codesWhere(({ provenance }) => {
        const pointers = provenance.parts.flatMap((part) => part.pointers)
        return provenance.verified || marked.some((pointer) => !pointers.includes(pointer))
      }),
    ).toEqual([])
  })

  it('claims a verified article only where the source does', () => {
    const verified = items.flatMap(({ legalBases }) => legalBases.filter((basis) => basis.verified))
    expect(verified.filter(({ for: purpose }) => purpose === 'item')).toHaveLength(181)
    expect(verified.filter(({ for: purpose }) => purpose === 'limit')).toHaveLength(88)
  })
})

describe('the limits of the sample', () => {
  it('promises something for every item and never more than the law allows', () => {
    expect(
      codesWhere(({ promisedTimeLimit: promised, statutoryTimeLimit: statutory }) => {
        if (promised === null) return true
        return statutory !== null && compareDurations(promised, statutory, conversion) > 0
      }),
    ).toEqual([])
  })

  it('says why where no law sets a limit', () => {
    expect(codesWhere((item) => item.statutoryTimeLimit === null && item.statutoryTimeLimitNote === null)).toEqual([])
  })

  it('calls an item instant exactly when its promise is', () => {
    expect(
      codesWhere((item) => (item.caseType === 'instant') !== (item.promisedTimeLimit?.unit === 'instant')),
    ).toEqual([])
  })
})

describe('the guides of the sample', () => {
  it('fill every mandatory section', () => {
    expect(
      codesWhere((item, guide) =>
        [
          guide.scope,
          guide.reviewType,
          item.legalBases.length,
          guide.acceptingBody.agency ?? guide.acceptingBody.name,
          guide.decidingBody.agency ?? guide.decidingBody.name,
          item.quantityLimit?.text,
          guide.conditions.length,
          guide.materials.length,
          guide.submission,
          guide.receipt.ways.length,
          guide.receipt.place,
          guide.receipt.hours,
          guide.handlingMode,
          guide.timeLimitNote,
          guide.results.length,
          guide.delivery.within,
          guide.rightsAndDuties,
          guide.reconsideration,
          guide.litigation,
          guide.consultation.length,
          guide.complaint.length,
          guide.officeHours.address,
          guide.officeHours.hours,
          guide.progressQuery,
        ].some((section) => section === null || section === undefined || section === 0 || section === ''),
      ),
    ).toEqual([])
  })

  it('list conditions, materials and reasons of refusal without catch-alls', () => {
    const vague = /其他相关|相关材料|有关材料|视情况|(?<![中高初平同甲乙])等(?![级地待])|必要时|规定的其他/
    expect(
      items.flatMap(({ code, guide }) =>
        [
          ...(guide?.conditions ?? []),
          ...(guide?.prohibitions ?? []),
          ...(guide?.materials ?? []).map(({ name }) => name),
        ]
          .filter((text) => vague.test(text))
          .map((text) => `${code}: ${text}`),
      ),
    ).toEqual([])
  })

  it('hold no telephone number', () => {
    expect(codesWhere(({ guide }) => /(?<!\d)(?:0\d{2,3}-?)?\d{7,11}(?!\d)/.test(JSON.stringify(guide)))).toEqual([])
    expect(codesWhere((_, { consultation }) => consultation.some(({ way }) => way === 'phone'))).toEqual([])
  })

  it('send complaints elsewhere than questions', () => {
    expect(
      codesWhere((_, { consultation, complaint }) => {
        const asked = new Set(consultation.map(({ value }) => value))
        return complaint.some(({ value }) => asked.has(value))
      }),
    ).toEqual([])
  })

  it('answer at least two questions, and no two guides answer the same ones', () => {
    expect(codesWhere((_, { faq }) => faq.length < 2)).toEqual([])
    const answers = new Set(items.map(({ guide }) => JSON.stringify([guide?.faq, guide?.conditions, guide?.scope])))
    expect(answers.size).toBe(items.length)
  })

  it('give a reason for coming in person, and another way where nobody has to', () => {
    expect(
      codesWhere((_, { visits, visitReason, receipt }) =>
        visits === 0 ? !receipt.ways.includes('mail') : visits === null || visitReason === null,
      ),
    ).toEqual([])
  })
})

describe('the procedures of the sample', () => {
  it('are sound as graphs', () => {
    const flowFindings = (item: ApprovalItem) =>
      checkItem(item, context).filter(({ rule, severity }) => rule.startsWith('FLW') && severity !== 'hint')
    expect(codesWhere((item) => flowFindings(item).length > 0)).toEqual([])
    expect(codesWhere((_, __, procedure) => checkProcedureReferences(procedure).length > 0)).toEqual([])
  })

  it('have all four phases, a way to correct and a way to be refused', () => {
    const phases = ['acceptance', 'examination', 'decision', 'delivery']
    expect(
      codesWhere((_, __, { steps, flows }) => {
        const present = new Set(steps.map(({ phase }) => phase))
        const outcomes = new Set(steps.map(({ outcome }) => outcome))
        const isCorrected = flows.some(({ from, to }) => from === 'correct' && to === 'apply')
        return phases.some((phase) => !present.has(phase as never)) || !outcomes.has('refused') || !isCorrected
      }),
    ).toEqual([])
  })

  it('take as long as promised, step by step', () => {
    expect(
      codesWhere(({ promisedTimeLimit: promised }, _, procedure) => {
        if (promised === null) return true
        const { days } = findLongestPath(procedure, conversion)
        return days.compare(toWorkingDays(promised, conversion)) !== 0
      }),
    ).toEqual([])
  })

  it('name a post for every step and a time for every step that takes some', () => {
    expect(
      codesWhere((_, __, { steps }) =>
        steps.some(({ kind, limit, post }) => post === null || (limit === null && kind !== 'start' && kind !== 'end')),
      ),
    ).toEqual([])
  })

  it('stay small enough to be read', () => {
    expect(
      codesWhere((_, __, { steps }) => steps.length > 25 || steps.some(({ name }) => [...name].length > 20)),
    ).toEqual([])
  })

  it('differ by the kind of item', () => {
    const shapes = new Set(
      items.map(({ procedure }) => JSON.stringify(procedure?.flows.map(({ from, to }) => `${from}>${to}`).sort())),
    )
    expect(shapes.size).toBeGreaterThanOrEqual(8)
  })
})

describe('the making of the sample', () => {
  it('shares out a promise so that the steps add up to it', () => {
    expect(shareDays({ amount: 6, unit: 'working-day' }, [4, 3, 2, 1])).toEqual([
      { amount: 2, unit: 'working-day' },
      { amount: 2, unit: 'working-day' },
      { amount: 1, unit: 'working-day' },
      { amount: 1, unit: 'working-day' },
    ])
  })

  it('does steps at once when a promise is too short for them', () => {
    expect(shareDays({ amount: 1, unit: 'calendar-day' }, [4, 2])).toEqual([
      { amount: 1, unit: 'calendar-day' },
      { unit: 'instant' },
    ])
  })

  it('refuses a sentence with a gap that no fact fills', () => {
    expect(() => fillIn('向{nobody}申请', {})).toThrow('{nobody}')
  })
})
