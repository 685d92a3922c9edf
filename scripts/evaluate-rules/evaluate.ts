import type { Finding } from '../../src/domain/finding.ts'
import { checkItem } from '../../src/domain/rules/check-item.ts'
import { createRuleContext } from '../../src/domain/rules/rule-context.ts'
import { checkDocument } from '../../src/schema/check-document.ts'
import type { CheckedDocuments, CheckedKind } from '../../src/schema/schema-files.ts'
import type { FoundGuide } from './found-guides.ts'

/** Rules that read what an office wrote: sentences, names, numbers in texts. Rules on empty fields would judge the search, not the guides. */
export const evaluatedRules = [
  'FEE-03',
  'FLW-17',
  'GDE-02',
  'GDE-03',
  'GDE-04',
  'GDE-05',
  'GDE-07',
  'GDE-09',
  'GDE-10',
  'GDE-11',
  'GDE-15',
  'GDE-19',
  'TIM-15',
  'TIM-16',
  'TIM-21',
  'TIM-22',
  'TIM-24',
] as const

/** What a rule says of a guide. */
export interface GuideFinding {
  guide: string
  rule: string
  message: string
}

/** What the evaluated rules say of the guides, in the order of guides and rules, by the rules of the newest profile. */
export function evaluateGuides(guides: readonly FoundGuide[]): GuideFinding[] {
  const policy = complete('policy', {
    city: { name: '某市', region: 'shili' },
    compression: { numerator: 1, denominator: 3 },
    ruleProfile: '2016',
    provenance: { facts: 'illustrative' },
  })
  const context = createRuleContext({ policy, today: '2026-01-01' })
  const wanted = new Set<string>(evaluatedRules)
  return guides.flatMap((guide) =>
    checkItem(complete('item', itemOf(guide)), context)
      .filter(({ rule }) => wanted.has(rule))
      .map(({ rule, message }: Finding) => ({ guide: guide.id, rule, message })),
  )
}

const types: Readonly<Record<string, string>> = { 行政许可: 'licensing', 行政确认: 'confirmation' }

/** A found guide as an item; its limits stand in the fields and, as on its page, in a sentence. */
function itemOf(found: FoundGuide) {
  const { statutoryLimit, promisedLimit, address = null, officeHours = null } = found
  return {
    code: `found-${found.id.slice(1).padStart(3, '0')}`,
    name: found.name,
    agency: 'found',
    type: types[found.itemType] ?? 'other-power',
    audiences: ['citizen'],
    legalBases: [],
    caseType: 'promised',
    statutoryTimeLimit: durationOf(statutoryLimit, found.holidays),
    promisedTimeLimit: durationOf(promisedLimit, found.holidays),
    provenance: { facts: 'official-list', source: found.source },
    guide: {
      acceptingBody: { name: found.agency ?? '未知' },
      decidingBody: { name: found.agency ?? '未知' },
      conditions: found.conditions ?? [],
      materials: (found.materials ?? []).map((name) => ({ name })),
      receipt: { ways: ['window'] },
      timeLimitNote: writeLimits(found),
      consultation: phonesOf(found.phone),
      complaint: phonesOf(found.complaintPhone),
      officeHours: { address, hours: officeHours },
      delivery: {},
    },
    procedure: found.steps === undefined ? null : procedureOf(found.steps),
    specialProcedures: (found.specialProcedures ?? []).map((text) => ({
      kind: 'site-inspection',
      limit: { amount: Number(/(\d+)个工作日/.exec(text)?.[1] ?? 0), unit: 'working-day' },
      counted: true,
      note: text,
    })),
  }
}

function durationOf(limit: FoundGuide['statutoryLimit'], holidays: string | undefined) {
  if (limit === undefined) return null
  const isWorking = limit.unit === '工作日' || holidays === '不含法定节假日'
  return { amount: limit.value, unit: isWorking ? 'working-day' : 'calendar-day' }
}

function writeLimits({ statutoryLimit, promisedLimit, stageLimits = [], holidays }: FoundGuide): string | null {
  const write = (limit: FoundGuide['statutoryLimit']) =>
    limit === undefined
      ? ''
      : `${limit.value}${limit.unit === '工作日' ? '个工作日' : '日'}${holidays === undefined ? '' : `（${holidays}）`}`
  const parts = [
    ...(statutoryLimit === undefined ? [] : [`法定时限${write(statutoryLimit)}`]),
    ...(promisedLimit === undefined ? [] : [`承诺时限${write(promisedLimit)}`]),
    ...stageLimits.map(([name, value, unit]) => `${name}：${value}个${unit}`),
  ]
  return parts.length === 0 ? null : `${parts.join('；')}。`
}

function phonesOf(phone: string | undefined) {
  return phone === undefined ? [] : [{ way: 'phone', value: phone }]
}

/** The steps one after the other: what the pages draw besides was not found. */
function procedureOf(names: readonly string[]) {
  const last = names.length - 1
  return {
    lanes: [{ id: 'office', name: '办理机关' }],
    steps: names.map((name, place) => ({
      id: `s${place}`,
      name,
      kind: place === 0 ? 'start' : place === last ? 'end' : 'task',
      lane: 'office',
    })),
    flows: names.slice(1).map((_, place) => ({ from: `s${place}`, to: `s${place + 1}` })),
  }
}

function complete<Kind extends CheckedKind>(kind: Kind, value: unknown): CheckedDocuments[Kind] {
  const { document, violations } = checkDocument(kind, value)
  if (document === undefined) throw new Error(`${kind}: ${JSON.stringify(violations)}`)
  return document
}
