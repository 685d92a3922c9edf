import type { RuleContext } from '../../../src/domain/rules/rule.ts'
import { type CatalogueFacts, createRuleContext } from '../../../src/domain/rules/rule-context.ts'
import type { ApprovalItem, Duration, Policy, ServiceGuide, Step } from '../../../src/schema/types.ts'
import { aMinimalItem, blankStep } from '../../builders/items.ts'

export const working = (amount: number): Duration => ({ amount, unit: 'working-day' })
export const calendar = (amount: number): Duration => ({ amount, unit: 'calendar-day' })

const provenance = { facts: 'illustrative', verified: false, note: null, source: null, parts: [] } as const

/** A guide of which the rules on time limits say nothing. */
export function aGuide(fields: Partial<ServiceGuide> = {}): ServiceGuide {
  return {
    scope: null,
    reviewType: 'review-then-approve',
    acceptingBody: { agency: 'fgw', name: null },
    decidingBody: { agency: 'fgw', name: null },
    conditions: [],
    prohibitions: [],
    noMaterials: true,
    materials: [],
    submission: null,
    receipt: { ways: ['window'], place: null, hours: null, url: null },
    handlingMode: 'general',
    timeLimitNote: null,
    fees: [],
    results: [],
    delivery: { within: working(10), ways: ['window'], note: null },
    rightsAndDuties: null,
    reconsideration: null,
    litigation: null,
    consultation: [],
    complaint: [],
    officeHours: { address: null, window: null, hours: null },
    progressQuery: null,
    samples: [],
    commonErrors: [],
    faq: [],
    annualInspection: null,
    notes: null,
    visits: null,
    visitReason: null,
    intermediaries: [],
    onlinePayment: null,
    checkedOn: null,
    withdrawnOn: null,
    ...fields,
  }
}

/** An item of which the rules on time limits say nothing. */
export function anItem(fields: Partial<ApprovalItem> = {}): ApprovalItem {
  return aMinimalItem({
    legalBases: [
      {
        law: '企业投资项目核准和备案管理条例',
        articles: ['第三条'],
        for: 'item',
        textVersion: null,
        verified: false,
      },
      {
        law: '企业投资项目核准和备案管理条例',
        articles: ['第十条'],
        for: 'limit',
        textVersion: null,
        verified: false,
      },
    ],
    undertakingUnit: '投资科',
    statutoryTimeLimit: working(20),
    promisedTimeLimit: working(6),
    guide: aGuide(),
    ...fields,
  })
}

export function aStep(fields: Partial<Step> = {}): Step {
  return { ...blankStep, id: 'review', name: '审查', kind: 'task', lane: 'window', ...fields }
}

/** What the rules know of an empty catalogue under a policy, on a day of the reform. */
export function aContext(fields: Partial<CatalogueFacts> = {}): RuleContext {
  return createRuleContext({ policy: aPolicy(), today: '2015-06-30', ...fields })
}

export function aPolicy(fields: Partial<Policy> = {}): Policy {
  return {
    city: { name: '湘潭市', region: 'xiangtan', government: null, reformOffice: null },
    compression: {
      numerator: 1,
      denominator: 3,
      rounding: 'floor',
      handlingRoles: ['own', 'first-review', 'joint'],
      basis: null,
    },
    conversion: { calendarDay: '5/7', month: '21', year: '250', hour: '1/8' },
    ruleProfile: '2015',
    ruleChanges: [],
    themes: [],
    personThemes: [],
    corporateThemes: [],
    publishedCounts: [],
    provenance: { ...provenance, parts: [] },
    ...fields,
  }
}
