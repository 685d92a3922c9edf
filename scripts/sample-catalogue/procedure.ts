import type { ApprovalItem, Duration, Procedure, SpecialProcedure, Step } from '../../src/schema/types.ts'
import { ProcedureDraft } from './procedure-draft.ts'
import { shareDays } from './share-days.ts'
import type { StepWords } from './tables.ts'

type Special = SpecialProcedure['kind']

/** The facts of an item that shape its procedure. */
export interface ProcedurePlan {
  words: Record<string, StepWords>
  /** Facts for the gaps of the words. */
  facts: Record<string, string>
  role: ApprovalItem['handlingRole']
  promised: Duration
  /** Special procedures by whether they count against the limit. */
  specials: ReadonlyMap<Special, boolean>
  joint: readonly { code: string; name: string }[]
  /** Weight of the publicity among the steps. */
  publicity: number
  /** Decided in a meeting, because many are concerned. */
  meeting: boolean
  /** Who gets it is drawn by lot. */
  draw: boolean
  /** Time for telling all that is missing, at once for short promises. */
  correction: Duration
  limits: Partial<Record<Special, Duration | null>>
}

/** A way of handling that fits the item: its special procedures, its joint bodies, its role. */
export function composeProcedure(plan: ProcedurePlan): Procedure {
  const draft = new ProcedureDraft(plan.words, plan.facts)
  nameLanes(draft, plan)
  accept(draft)
  if (plan.promised.unit === 'instant') decideAtOnce(draft)
  else {
    examine(draft, plan)
    decide(draft, plan)
  }
  return draft.finish(timing(draft, plan))
}

function nameLanes(draft: ProcedureDraft, { joint, facts }: ProcedurePlan): void {
  draft.lane('applicant', '申请人')
  draft.lane('window', '窗口')
  draft.lane('office', facts.unit ?? '承办科室')
  for (const { code, name } of joint) draft.lane(code, name, code)
  draft.lane('experts', '评审专家')
  draft.lane('laboratory', '检验检测机构')
  draft.lane('leader', '分管领导')
  draft.lane('upper', '上级机关')
}

function accept(draft: ProcedureDraft): void {
  draft.next('apply', { kind: 'start', lane: 'applicant' })
  draft.next('receive', { kind: 'decision', lane: 'window' })
  draft.put('correct', { kind: 'task', lane: 'window' })
  draft.put('notAccepted', { kind: 'end', lane: 'window', outcome: 'not-accepted' })
  draft.flow('receive', 'correct', '不齐全')
  draft.flow('correct', 'apply', '补正后重新提交')
  draft.flow('receive', 'notAccepted', '不属于本机关职权')
  draft.open({ from: 'receive', when: '齐全' })
  draft.next('accept', { kind: 'task', lane: 'window' })
}

function decideAtOnce(draft: ProcedureDraft): void {
  draft.phase('examination')
  draft.next('instant', { kind: 'task', lane: 'window' })
  draft.phase('decision')
  draft.next('instantDecide', { kind: 'decision', lane: 'window' })
  refuseFrom(draft, 'instantDecide', '不符合')
  draft.open({ from: 'instantDecide', when: '符合' })
  draft.phase('delivery')
  draft.next('deliver', { kind: 'task', lane: 'window' })
  draft.next('granted', { kind: 'end', lane: 'applicant', outcome: 'granted' })
}

function examine(draft: ProcedureDraft, plan: ProcedurePlan): void {
  draft.phase('examination')
  examineWithOthers(draft, plan)
  const { specials } = plan
  if (specials.has('site-inspection')) check(draft, 'site', 'siteCheck', { lane: 'office', weight: 3 })
  if (specials.get('opinion-seeking') === false) special(draft, 'excludedOpinion', 'office', 'opinion-seeking')
  if (specials.has('expert-review')) special(draft, 'expert', 'experts', 'expert-review')
  if (specials.has('appraisal')) special(draft, 'appraisal', 'experts', 'appraisal')
  if (specials.has('testing')) check(draft, 'testing', 'testCheck', { lane: 'laboratory', special: 'testing' })
  if (specials.has('assessment')) check(draft, 'assessment', 'assessmentCheck', { lane: 'office', weight: 5 })
  if (specials.has('publicity')) publish(draft, plan.publicity)
  if (specials.has('hearing')) hear(draft)
  if (specials.has('auction')) special(draft, 'auction', 'office', 'auction')
  if (plan.draw) draft.next('draw', { kind: 'task', lane: 'office' }, 2)
  if (plan.meeting) draft.next('meeting', { kind: 'task', lane: 'leader' }, 2)
}

/** Opinions are asked of others while the office examines; the ways meet at the next step. */
function examineWithOthers(draft: ProcedureDraft, { joint, specials }: ProcedurePlan): void {
  const before = draft.ways
  draft.next('examine', { kind: 'task', lane: 'office' }, 4)
  const ends = [...draft.ways]
  const asked = joint.map(({ code, name }, index) => ({ id: `joint${index + 1}`, lane: code, body: name }))
  for (const { id, lane, body } of asked) draft.put(id, { kind: 'task', lane }, 4, { body })
  const isAsked = asked.length === 0 && specials.get('opinion-seeking') === true
  if (isAsked) draft.put('opinion', { kind: 'task', lane: 'office' }, 4)
  for (const id of [...asked.map(({ id }) => id), ...(isAsked ? ['opinion'] : [])]) {
    for (const { from, when } of before) draft.flow(from, id, when)
    ends.push({ from: id, when: null })
  }
  draft.open(...ends)
}

function special(draft: ProcedureDraft, id: string, lane: string, kind: Special): void {
  draft.next(id, { kind: 'special', lane, specialProcedure: kind })
}

/** Looking, then judging what was seen. */
function check(
  draft: ProcedureDraft,
  id: string,
  judged: string,
  { lane, weight = 0, special: kind }: { lane: string; weight?: number; special?: Special },
): void {
  if (kind === undefined) draft.next(id, { kind: 'task', lane }, weight)
  else special(draft, id, lane, kind)
  draft.next(judged, { kind: 'decision', lane: 'office' })
  draft.open({ from: judged, when: '合格' })
  refusals(draft).push({ from: judged, when: '不合格' })
}

function publish(draft: ProcedureDraft, weight: number): void {
  draft.next('publicity', { kind: 'task', lane: 'office' }, weight)
  draft.next('publicityCheck', { kind: 'decision', lane: 'office' })
  draft.put('objection', { kind: 'task', lane: 'office' }, 1)
  draft.flow('publicityCheck', 'objection', '有异议')
  draft.open({ from: 'publicityCheck', when: '无异议' }, { from: 'objection', when: null })
}

function hear(draft: ProcedureDraft): void {
  draft.next('hearingCheck', { kind: 'decision', lane: 'office' })
  draft.put('hearing', { kind: 'special', lane: 'office', specialProcedure: 'hearing' })
  draft.flow('hearingCheck', 'hearing', '需要')
  draft.open({ from: 'hearingCheck', when: '不需要' }, { from: 'hearing', when: null })
}

const refusalsOf = new WeakMap<ProcedureDraft, { from: string; when: string }[]>()

/** Ways that lead to the refusal, which is drawn once the decision is reached. */
function refusals(draft: ProcedureDraft): { from: string; when: string }[] {
  const kept = refusalsOf.get(draft) ?? []
  refusalsOf.set(draft, kept)
  return kept
}

function decide(draft: ProcedureDraft, { role, facts }: ProcedurePlan): void {
  const isPassedOn = role === 'first-review' || role === 'relay'
  const decision = isPassedOn ? 'review' : 'decide'
  draft.phase('decision')
  draft.next(decision, { kind: 'decision', lane: 'leader' }, 2)
  refuseFrom(draft, decision, isPassedOn ? '不同意' : (facts.no ?? '不予'))
  draft.open({ from: decision, when: isPassedOn ? '同意' : (facts.yes ?? '准予') })
  if (isPassedOn) draft.next(role === 'relay' ? 'relay' : 'report', { kind: 'task', lane: 'office' }, 1)
  else draft.next('issue', { kind: 'task', lane: 'office' }, 1)
  draft.phase('delivery')
  if (!isPassedOn) {
    draft.next('deliver', { kind: 'task', lane: 'window' })
    draft.next('granted', { kind: 'end', lane: 'applicant', outcome: 'granted' })
    return
  }
  draft.next('told', { kind: 'task', lane: 'window' })
  draft.next('relayed', { kind: 'end', lane: 'upper', outcome: 'relayed' })
}

function refuseFrom(draft: ProcedureDraft, decision: string, when: string): void {
  const lane = decision === 'instantDecide' ? 'window' : 'office'
  draft.put('refuse', { kind: 'task', lane }, decision === 'instantDecide' ? 0 : 1)
  draft.put('refused', { kind: 'end', lane: 'window', outcome: 'refused' })
  draft.flow(decision, 'refuse', when)
  for (const way of refusals(draft)) draft.flow(way.from, 'refuse', way.when)
  draft.flow('refuse', 'refused')
}

/** Steps that run beside or instead of another take the same time as that one: they are timed once. */
const sameAs: Record<string, string> = { refuse: 'issue', opinion: 'examine', joint: 'examine' }

function timing(draft: ProcedureDraft, plan: ProcedurePlan): (step: Step, weight: number) => Duration | null {
  const timed = draft.timed.filter(({ step, weight }) => weight > 0 && sameAs[stem(step.id)] === undefined)
  const shares = shareDays(
    plan.promised,
    timed.map(({ weight }) => weight),
  )
  const share = new Map(timed.map(({ step }, index) => [step.id, shares[index] ?? null]))
  const closing = share.get('issue') ?? share.get('report') ?? share.get('relay') ?? { unit: 'instant' as const }
  return (step, weight) => {
    if (step.kind === 'start' || step.kind === 'end') return null
    if (step.kind === 'special') return plan.limits[step.specialProcedure ?? 'hearing'] ?? null
    if (step.id === 'correct') return plan.correction
    if (weight === 0) return { unit: 'instant' }
    if (step.id === 'refuse') return closing
    return share.get(sameAs[stem(step.id)] ?? step.id) ?? { unit: 'instant' }
  }
}

function stem(id: string): string {
  return id.replace(/\d+$/, '')
}

/** The limits of special procedures that run within the promise, by the steps that stand for them. */
export function countedLimits({ steps }: Procedure): Partial<Record<Special, Duration>> {
  const standsFor: Record<string, Special> = {
    site: 'site-inspection',
    publicity: 'publicity',
    opinion: 'opinion-seeking',
    joint1: 'opinion-seeking',
    assessment: 'assessment',
  }
  const pairs = steps.flatMap(({ id, limit }) => {
    const kind = standsFor[id]
    return kind === undefined || limit === null ? [] : [[kind, limit] as const]
  })
  return Object.fromEntries(pairs)
}
