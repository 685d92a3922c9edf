import type { Violation } from '../domain/catalog-error.ts'
import { checkDecision, mustHold, surveyDecisions } from '../domain/decisions/check-decision.ts'
import { checkRewriting } from '../domain/decisions/check-rewriting.ts'
import { type Contradiction, writeChronicle } from '../domain/decisions/chronicle.ts'
import { partsOf } from '../domain/decisions/decision-parts.ts'
import type { DecisionContext } from '../domain/decisions/decision-rule.ts'
import type { Finding } from '../domain/finding.ts'
import type { DocumentKinds } from '../ports/catalog-store.ts'
import { checkDocument } from '../schema/check-document.ts'
import type { AdjustmentDecision, Policy } from '../schema/types.ts'
import { findLast, type StoredCatalogue } from './check-batch.ts'
import type { BatchDocument } from './import-batch.ts'

type BatchDecision = Extract<BatchDocument, { kind: 'decision' }>

/** What the decisions of a batch come to, together with those that are stored. */
export interface Judgement {
  /** Why the batch cannot be stored. */
  violations: Violation[]
  /** What is worth knowing of the batch's decisions and does not keep them out; errors of drafts are among it. */
  findings: Finding[]
}

/**
 * Judges the decisions that a store would hold after a batch: every one that is to be in force must apply whole, and nothing that was adopted
 * may be rewritten. What is drafted or consulted on is never refused for contradictions.
 */
export function judgeDecisions(batch: readonly BatchDocument[], stored: StoredCatalogue): Judgement {
  const decisions = batch.filter((entry): entry is BatchDecision => entry.kind === 'decision')
  const items = batch.filter((entry) => entry.kind === 'item')
  if (decisions.length === 0) return { violations: [], findings: [] }
  const context = surveyAfter(batch, stored, {
    items: replaceStored(
      stored.items.map(({ body }) => body),
      items.map(({ document }) => document),
      ({ code }) => code,
    ),
    decisions: replaceStored(
      stored.decisions.map(({ body }) => body),
      decisions.map(({ document }) => document),
      ({ id }) => id,
    ),
  })
  const judged = decisions.flatMap((entry) =>
    checkDecision(entry.document, context).map((finding) => ({ entry, finding })),
  )
  const blocks = ({ entry, finding }: (typeof judged)[number]) =>
    finding.severity === 'error' && mustHold(entry.document)
  return {
    violations: [
      ...judged.filter(blocks).map(({ entry, finding }) => violationOf(entry, finding)),
      ...checkStoredDecisions(decisions, stored, context),
      ...checkHistory(decisions, stored),
      ...checkNumbers(decisions, context),
    ],
    findings: judged.filter((one) => !blocks(one)).map(({ finding }) => finding),
  }
}

function surveyAfter(
  batch: readonly BatchDocument[],
  stored: StoredCatalogue,
  { items, decisions }: { items: DocumentKinds['item'][]; decisions: AdjustmentDecision[] },
): DecisionContext {
  const agencies = findLast(batch, 'agencies')?.document ?? stored.agencies
  const policy = findLast(batch, 'policy')?.document ?? stored.policy
  return surveyDecisions({
    items,
    decisions,
    chronicle: writeChronicle(items, decisions),
    agencies: new Map(agencies?.agencies.map((agency) => [agency.code, agency])),
    regions: findLast(batch, 'regions')?.document ?? stored.regions,
    laws: (findLast(batch, 'laws')?.document ?? stored.laws)?.laws ?? [],
    conversion: policy?.conversion ?? usualConversion(),
  })
}

/** The conversion of a policy that does not state its own. */
function usualConversion(): Policy['conversion'] {
  const silent = { city: { name: '示例市', region: 'city' }, compression: { numerator: 1, denominator: 3 } }
  const { document } = checkDocument('policy', silent)
  if (document === undefined) throw new Error('a policy without a conversion no longer fits its schema')
  return document.conversion
}

function replaceStored<Body>(stored: readonly Body[], recent: readonly Body[], idOf: (body: Body) => string): Body[] {
  const all = new Map(stored.map((body) => [idOf(body), body]))
  for (const body of recent) all.set(idOf(body), body)
  return [...all.values()]
}

function violationOf({ file }: BatchDecision, { path, rule, message }: Pick<Finding, 'path' | 'rule' | 'message'>) {
  return { file, pointer: path, rule, message }
}

/** A stored decision that could not apply any more is told at the rows of the batch that name the same item. */
function checkStoredDecisions(
  batch: readonly BatchDecision[],
  stored: StoredCatalogue,
  { chronicle }: DecisionContext,
): Violation[] {
  const byId = new Map(batch.map((entry) => [entry.document.id, entry]))
  const titles = new Map(stored.decisions.map(({ id, body }) => [id, body.title]))
  return chronicle.contradictions
    .filter(({ decision }) => !byId.has(decision))
    .flatMap((found) => {
      const title = titles.get(found.decision) ?? ''
      const message = `已存的决定 ${found.decision}（${title}）会因此不能成立：${found.message}`
      return placesOf(found, byId, batch).map((place) => ({ ...place, rule: 'ADJ-04', message }))
    })
}

/** Where the batch names the item of a contradiction; where it does not, its first decision as a whole. */
function placesOf(
  { item, others }: Contradiction,
  byId: ReadonlyMap<string, BatchDecision>,
  batch: readonly BatchDecision[],
): { file: string; pointer: string }[] {
  const places = others.flatMap((id) => {
    const entry = byId.get(id)
    if (entry === undefined || !mustHold(entry.document)) return []
    const parts = partsOf(entry.document).filter(({ code }) => code === item)
    return parts.map(({ pointer }) => ({ file: entry.file, pointer }))
  })
  return places.length > 0 ? places : batch.slice(0, 1).map(({ file }) => ({ file, pointer: '' }))
}

function checkHistory(batch: readonly BatchDecision[], stored: StoredCatalogue): Violation[] {
  const before = new Map(stored.decisions.map(({ id, body }) => [id, body]))
  return batch.flatMap((entry) => {
    const old = before.get(entry.document.id)
    const breaches = old === undefined ? [] : checkRewriting(old, entry.document)
    return breaches.map((breach) => violationOf(entry, { ...breach, rule: 'CAT-05' }))
  })
}

/** A number names one decision, whatever its stage. */
function checkNumbers(batch: readonly BatchDecision[], { numbers }: DecisionContext): Violation[] {
  return batch
    .filter(({ document }) => !mustHold(document))
    .flatMap((entry) => {
      const { id, documentNumber: number } = entry.document
      const others = number === null ? [] : (numbers.get(number) ?? []).filter((other) => other !== id)
      return others.map((other) =>
        violationOf(entry, {
          path: '/documentNumber',
          rule: 'ADJ-02',
          message: `文号“${number}”已经用于决定 ${other}。`,
        }),
      )
    })
}
