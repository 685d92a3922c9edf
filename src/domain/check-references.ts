import type { AdjustmentDecision, Agencies, ApprovalItem, Laws, Policy, Procedure, Regions } from '../schema/types.ts'
import type { Violation } from './catalog-error.ts'
import { checkFlowchartSource } from './check-flowchart-source.ts'

type Names = Pick<ReadonlySet<string>, 'has'>

/** Names that may be referred to. `undefined`: cannot be told, because the list itself is broken; nothing is held against it then. */
export interface KnownNames {
  agencies: Names | undefined
  laws: Names | undefined
  regions: Names | undefined
  items: Names | undefined
}

/** A reference: where it stands and what it names. `null`: it names nothing. */
type Reference = readonly [pointer: string, name: string | null]

/** Everything an item names must exist, its code begins with the code of its agency, and its flowchart source can be drawn. */
export function checkItemReferences(item: ApprovalItem, known: KnownNames): Violation[] {
  return [
    ...checkItemCode(item),
    ...findDangling(listAgencyReferences(item), known.agencies, describeAgency),
    ...findDangling(listLawReferences(item), known.laws, describeLaw),
    ...checkParent(item, known),
    ...(item.procedure ? checkProcedureReferences(item.procedure, '/procedure') : []),
    ...checkFlowchartSource(item),
  ]
}

/** Lanes and steps have names of their own, and steps and flows name only those. `base`: pointer of the procedure in its document. */
export function checkProcedureReferences(procedure: Procedure, base = ''): Violation[] {
  const { lanes, steps, flows } = procedure
  const laneIds = new Set(lanes.map(({ id }) => id))
  const stepIds = new Set(steps.map(({ id }) => id))
  const stepLanes = steps.map(({ lane }, index): Reference => [`${base}/steps/${index}/lane`, lane])
  const ends = flows.flatMap(({ from, to }, index): Reference[] => [
    [`${base}/flows/${index}/from`, from],
    [`${base}/flows/${index}/to`, to],
  ])
  return [
    ...findRepeated(
      lanes.map(({ id }, index) => [`${base}/lanes/${index}/id`, id]),
      '泳道',
    ),
    ...findRepeated(
      steps.map(({ id }, index) => [`${base}/steps/${index}/id`, id]),
      '环节',
    ),
    ...findDangling(stepLanes, laneIds, (name) => ['unknown-lane', `流程里没有泳道 ${name}。`]),
    ...findDangling(ends, stepIds, (name) => ['unknown-step', `流程里没有环节 ${name}。`]),
  ]
}

/** Items, regions and agencies that a decision names must exist. */
export function checkDecisionReferences(decision: AdjustmentDecision, known: KnownNames): Violation[] {
  const rows = decision.actions.map((action, index) => ({ action, base: `/actions/${index}` }))
  const items = rows.flatMap(({ action, base }) => listActionItems(action, base))
  const regions = rows.flatMap(({ action, base }) =>
    action.action === 'delegate' ? listed(`${base}/to`, action.to) : [],
  )
  const agencies = rows.flatMap(({ action, base }): Reference[] =>
    action.action === 'transfer' ? [[`${base}/to`, action.to]] : [],
  )
  return [
    ...findDangling(items, known.items, describeItem),
    ...findDangling(regions, known.regions, (name) => ['unknown-region', `区划表里没有 ${name}。`]),
    ...findDangling(agencies, known.agencies, describeAgency),
  ]
}

/** Every agency has its own code, and a successor is an agency of the list. */
export function checkAgencyList({ agencies }: Agencies): Violation[] {
  const successors = agencies.map(({ successor }, index): Reference => [`/agencies/${index}/successor`, successor])
  return [
    ...findRepeated(
      agencies.map(({ code }, index) => [`/agencies/${index}/code`, code]),
      '机构代码',
    ),
    ...findDangling(successors, new Set(agencies.map(({ code }) => code)), describeAgency),
  ]
}

/** Every region has its own code. */
export function checkRegionList({ regions }: Regions): Violation[] {
  return findRepeated(
    regions.map(({ code }, index) => [`/regions/${index}/code`, code]),
    '区划代码',
  )
}

/** Every law has its own title. */
export function checkLawList({ laws }: Laws): Violation[] {
  return findRepeated(
    laws.map(({ title }, index) => [`/laws/${index}/title`, title]),
    '法规名称',
  )
}

/** A city can change only rules that there are, each once. */
export function checkRuleChanges({ ruleChanges }: Policy, ruleIds: ReadonlySet<string>): Violation[] {
  const unknown = ruleChanges.flatMap(({ rule }, index) =>
    ruleIds.has(rule)
      ? []
      : [
          {
            pointer: `/ruleChanges/${index}/rule`,
            rule: 'unknown-rule',
            message: `没有规则 ${rule}，编号见 docs/rules.md。`,
          },
        ],
  )
  const repeated = findRepeated(
    ruleChanges.map(({ rule }, index) => [`/ruleChanges/${index}/rule`, rule]),
    '规则编号',
  )
  return [...unknown, ...repeated]
}

function checkItemCode({ code, agency }: ApprovalItem): Violation[] {
  if (code.startsWith(`${agency}-`)) return []
  const message = `编码 ${code} 与机构 ${agency} 不符，应以“${agency}-”开头。`
  return [{ pointer: '/code', rule: 'code-agency', message }]
}

function checkParent({ code, parent }: ApprovalItem, known: KnownNames): Violation[] {
  if (parent !== code) return findDangling([['/parent', parent]], known.items, describeItem)
  return [{ pointer: '/parent', rule: 'own-parent', message: '事项不能以自己为主项。' }]
}

function listAgencyReferences({ agency, jointAgencies, guide, procedure }: ApprovalItem): Reference[] {
  return [
    ['/agency', agency],
    ...listed('/jointAgencies', jointAgencies),
    ['/guide/acceptingBody/agency', guide?.acceptingBody.agency ?? null],
    ['/guide/decidingBody/agency', guide?.decidingBody.agency ?? null],
    ...(procedure?.lanes ?? []).map((lane, index): Reference => [`/procedure/lanes/${index}/agency`, lane.agency]),
  ]
}

function listLawReferences({ legalBases, guide }: ApprovalItem): Reference[] {
  return [
    ...legalBases.map(({ law }, index): Reference => [`/legalBases/${index}/law`, law]),
    ...(guide?.materials ?? []).map(
      ({ basis }, index): Reference => [`/guide/materials/${index}/basis/law`, basis?.law ?? null],
    ),
    ...(guide?.fees ?? []).map(({ basis }, index): Reference => [`/guide/fees/${index}/basis/law`, basis?.law ?? null]),
  ]
}

function listActionItems(action: AdjustmentDecision['actions'][number], base: string): Reference[] {
  if (action.action === 'merge') return [...listed(`${base}/items`, action.items), [`${base}/into`, action.into]]
  const item: Reference = [`${base}/item`, action.item]
  return action.action === 'split' ? [item, ...listed(`${base}/into`, action.into)] : [item]
}

function listed(base: string, names: readonly string[]): Reference[] {
  return names.map((name, index) => [`${base}/${index}`, name])
}

type Describe = (name: string) => readonly [rule: string, message: string]

const describeAgency: Describe = (name) => ['unknown-agency', `机构表里没有 ${name}。`]
const describeLaw: Describe = (name) => ['unknown-law', `法规登记表里没有“${name}”。`]
const describeItem: Describe = (name) => ['unknown-item', `目录里没有事项 ${name}。`]

function findDangling(references: readonly Reference[], known: Names | undefined, describe: Describe): Violation[] {
  if (known === undefined) return []
  return references.flatMap(([pointer, name]) => {
    if (name === null || known.has(name)) return []
    const [rule, message] = describe(name)
    return [{ pointer, rule, message }]
  })
}

function findRepeated(references: readonly Reference[], what: string): Violation[] {
  const seen = new Map<string | null, string>()
  return references.flatMap(([pointer, name]) => {
    const first = seen.get(name)
    if (first === undefined) {
      seen.set(name, pointer)
      return []
    }
    return [{ pointer, rule: 'repeated-key', message: `${what}“${name}”重复，前一处在 ${first}。` }]
  })
}
