import type { Violation } from '../../../domain/catalog-error.ts'
import { writeChronicle } from '../../../domain/decisions/chronicle.ts'
import { weighDecision } from '../../../domain/decisions/decision-effect.ts'
import { bringingIn, partsOf } from '../../../domain/decisions/decision-parts.ts'
import { drawLedger, type Ledger } from '../../../domain/decisions/ledger.ts'
import type { Finding } from '../../../domain/finding.ts'
import type { DecisionDraft } from '../../../domain/office/decision-draft.ts'
import { nameDecisionField } from '../../../domain/office/decision-labels.ts'
import { standIn } from '../../../domain/office/sound-decision.ts'
import { checkDocument } from '../../../schema/check-document.ts'
import type { AdjustmentDecision, ApprovalItem } from '../../../schema/types.ts'
import { checkBatch } from '../../check-batch.ts'
import type { Catalogue } from '../../current-catalogue.ts'
import type { BatchDocument } from '../../import-batch.ts'
import { judgeDecisions } from '../../judge-decisions.ts'
import type { CountsOnDay } from '../../use-cases.ts'

/** What would come of a draft if it were adopted as it stands. */
export interface DraftVerdict {
  /** Everything that keeps it out of the catalogue, by pointers into the decision; `/created/0/…` into the items that it brings in. */
  violations: Violation[]
  /** What is worth knowing besides. */
  findings: Finding[]
  /** Numbers of the effective day without and with it, rows that cannot apply left out; `null`: no effective day, or nothing can apply. */
  effect: { before: CountsOnDay; after: CountsOnDay } | null
  /** The account of the effective day with it. */
  ledger: Ledger | null
  /** Numbers of rows, from 1, that are left out of the numbers. */
  leftOut: number[]
}

type JudgedDraft = Pick<DecisionDraft, 'decision' | 'items'>

/** Judges a draft against the catalogue as if it were adopted, or published; nothing is stored and nothing refused. */
export function judgeDraft(
  { decision, items }: JudgedDraft,
  catalogue: Catalogue,
  stage: 'adopted' | 'published' = 'adopted',
): DraftVerdict {
  const wanted: AdjustmentDecision = { ...decision, stage }
  const shape = sayWhatIsMissing(checkDocument('decision', wanted).violations ?? [], wanted)
  const { decision: sound, unsound } = standIn(wanted, shape)
  const created = checkCreated({ decision, items }, catalogue)
  const batch: BatchDocument[] = [
    ...created.sound.map(
      ({ document, place }): BatchDocument => ({ kind: 'item', file: `/created/${place}`, document }),
    ),
    { kind: 'decision', file: '', document: sound },
  ]
  const judgement = judgeDecisions(batch, catalogue.stored)
  const isMeant = (path: string) => !unsound.has(rowOf(path) ?? -1)
  const judged = [...checkBatch(batch, catalogue.stored, new Set()), ...judgement.violations]
    .map(({ file = '', ...violation }) => ({ ...violation, pointer: `${file}${violation.pointer}` }))
    .filter(({ pointer }) => isMeant(pointer))
  const violations = withoutRepeats([...shape, ...created.violations, ...judged])
  return {
    violations,
    findings: judgement.findings.filter(({ path }) => isMeant(path)),
    ...weigh(sound, violations, { catalogue, items: created.sound.map(({ document }) => document) }),
  }
}

/** A field in which nothing is written yet breaks no pattern: it is to be written. */
function sayWhatIsMissing(violations: readonly Violation[], document: object): Violation[] {
  const read = (keys: readonly string[]) =>
    keys.reduce<unknown>((inside, key) => (Object(inside) as Record<string, unknown>)[key], document)
  return violations.map((violation) => {
    const keys = violation.pointer.split('/').slice(1)
    const value = read(keys)
    if (value !== '' && !(Array.isArray(value) && value.length === 0)) return violation
    const action = read([...keys.slice(0, 2), 'action'])
    const name = nameDecisionField(violation.pointer, typeof action === 'string' ? action : undefined)
    return { ...violation, rule: 'empty', message: name === undefined ? '这一栏还没有写。' : `还没有写${name}。` }
  })
}

/** Position of the row that a pointer lies in; `undefined`: in none. */
export function rowOf(pointer: string): number | undefined {
  const row = /^\/actions\/(\d+)/.exec(pointer)?.[1]
  return row === undefined ? undefined : Number(row)
}

/** Items of the draft that can be stored; one that no row brings in would be there from the beginning. */
function checkCreated({ decision, items }: JudgedDraft, catalogue: Catalogue) {
  const broughtIn = new Set(partsOf(decision).flatMap(({ code, kind }) => (bringingIn.has(kind) ? [code] : [])))
  const violations: Violation[] = []
  const sound: { document: ApprovalItem; place: number }[] = []
  for (const [place, item] of items.entries()) {
    const { document, violations: shape = [] } = checkDocument('item', item)
    const refuse = (rule: string, message: string) =>
      violations.push({ pointer: `/created/${place}/code`, rule, message })
    const placed = shape.map((found) => ({ ...found, pointer: `/created/${place}${found.pointer}` }))
    violations.push(...sayWhatIsMissing(placed, { created: items }))
    if (catalogue.items.has(item.code)) refuse('repeated-code', `目录里已经有 ${item.code}，不用再新建。`)
    else if (!broughtIn.has(item.code)) refuse('not-brought-in', `没有哪一行把 ${item.code || '它'} 带进目录。`)
    if (document !== undefined && !catalogue.items.has(item.code)) sound.push({ document, place })
  }
  return { sound, violations }
}

function weigh(
  decision: AdjustmentDecision,
  violations: readonly Violation[],
  { catalogue, items }: { catalogue: Catalogue; items: readonly ApprovalItem[] },
): Pick<DraftVerdict, 'effect' | 'ledger' | 'leftOut'> {
  const out = new Set(violations.filter(cannotApply).flatMap(({ pointer }) => rowOf(pointer) ?? []))
  const leftOut = [...out].sort((one, other) => one - other).map((row) => row + 1)
  const applied = { ...decision, actions: decision.actions.filter((_, row) => !out.has(row)) }
  const all = [...catalogue.stored.items.map(({ body }) => body), ...items]
  const decisions = catalogue.stored.decisions.map(({ body }) => body)
  const effect = weighDecision(all, decisions, applied)
  const day = decision.effectiveOn
  if (effect === undefined || day === null || effect.contradictions.length > 0) {
    return { effect: null, ledger: null, leftOut }
  }
  const chronicle = writeChronicle(all, [...decisions.filter(({ id }) => id !== decision.id), applied])
  const ledger = drawLedger(chronicle, { from: day, to: day, agencies: catalogue.agencies.values() })
  return { effect: { before: effect.before, after: effect.after }, ledger, leftOut }
}

/** Whether a row cannot take hold of its item, or is not a row yet; other rules are about how it is written. */
function cannotApply({ rule }: Violation): boolean {
  return rule === 'ADJ-04' || !rule.startsWith('ADJ-')
}

/** One sentence a place; a place that names something unknown is not blamed again for what follows from that. */
function withoutRepeats(violations: readonly Violation[]): Violation[] {
  const unknown = new Set(violations.filter(({ rule }) => rule.startsWith('unknown-')).map(({ pointer }) => pointer))
  const kept = violations.filter(({ pointer, rule }) => rule.startsWith('unknown-') || !unknown.has(pointer))
  return [...new Map(kept.map((violation) => [`${violation.pointer} ${violation.message}`, violation])).values()]
}
