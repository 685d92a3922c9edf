import type { Violation } from '../domain/catalog-error.ts'
import type { KnownNames } from '../domain/check-references.ts'
import {
  checkAgencyList,
  checkDecisionReferences,
  checkItemReferences,
  checkLawList,
  checkRegionList,
  checkRuleChanges,
} from '../domain/check-references.ts'
import { areKnown } from '../domain/item-names.ts'
import { rules } from '../domain/rules/rules.ts'
import type { DocumentKind, Stored } from '../ports/catalog-store.ts'
import type { ReadDocument } from '../ports/catalogue-files.ts'
import type { Agencies, Laws, Policy, Regions } from '../schema/types.ts'
import type { BatchDocument } from './import-batch.ts'
import { idOf } from './import-batch.ts'

const ruleIds = new Set(rules.map(({ id }) => id))

/** What is stored already, as far as a batch can refer to it. */
export interface StoredCatalogue {
  policy: Policy | undefined
  agencies: Agencies | undefined
  laws: Laws | undefined
  regions: Regions | undefined
  items: readonly Stored<'item'>[]
  decisions: readonly Stored<'decision'>[]
}

/**
 * Holds the documents of a batch against each other and against what is stored.
 *
 * `broken`: kinds of which a file was refused; what such a file would have defined is not reported as missing.
 */
export function checkBatch(
  batch: readonly BatchDocument[],
  stored: StoredCatalogue,
  broken: ReadonlySet<DocumentKind>,
): Violation[] {
  const known = findKnownNames(batch, stored, broken)
  const inBatch = new Set(batch.map((entry) => `${entry.kind} ${idOf(entry)}`))
  return [
    ...findTwins(batch),
    ...batch.flatMap((entry) => checkDocumentReferences(entry, known).map((found) => ({ file: entry.file, ...found }))),
    ...checkStored(batch, stored, known, inBatch),
  ]
}

function findKnownNames(
  batch: readonly BatchDocument[],
  stored: StoredCatalogue,
  broken: ReadonlySet<DocumentKind>,
): KnownNames {
  const agencies = findLast(batch, 'agencies')?.document ?? stored.agencies
  const laws = findLast(batch, 'laws')?.document ?? stored.laws
  const regions = findLast(batch, 'regions')?.document ?? stored.regions
  const items = [
    ...stored.items.map(({ id }) => id),
    ...batch.flatMap((entry) => (entry.kind === 'item' ? [idOf(entry)] : [])),
  ]
  return {
    agencies: broken.has('agencies') ? undefined : new Set(agencies?.agencies.map(({ code }) => code)),
    laws: broken.has('laws') ? undefined : new Set(laws?.laws.map(({ title }) => title)),
    regions: broken.has('regions') ? undefined : new Set(regions?.regions.map(({ code }) => code)),
    items: broken.has('item') ? undefined : new Set(items),
  }
}

/** The document of a kind that a batch brings. */
export function findLast<Kind extends DocumentKind>(
  batch: readonly BatchDocument[],
  kind: Kind,
): Extract<ReadDocument, { kind: Kind }> | undefined {
  return batch.findLast((entry): entry is Extract<BatchDocument, { kind: Kind }> => entry.kind === kind)
}

function checkDocumentReferences(entry: BatchDocument, known: KnownNames): Violation[] {
  switch (entry.kind) {
    case 'item':
      return entry.folded?.names && areKnown(entry.folded.names, known)
        ? []
        : checkItemReferences(entry.document, known)
    case 'decision':
      return checkDecisionReferences(entry.document, known)
    case 'agencies':
      return checkAgencyList(entry.document)
    case 'regions':
      return checkRegionList(entry.document)
    case 'laws':
      return checkLawList(entry.document)
    case 'policy':
      return checkRuleChanges(entry.document, ruleIds)
  }
}

/** A new list must not take away what stored items and decisions refer to. */
function checkStored(
  batch: readonly BatchDocument[],
  stored: StoredCatalogue,
  known: KnownNames,
  inBatch: ReadonlySet<string>,
): Violation[] {
  const lists = batch.filter(({ kind }) => kind === 'agencies' || kind === 'laws' || kind === 'regions')
  const file = lists[0]?.file
  if (file === undefined) return []
  const items = stored.items.filter(({ id }) => !inBatch.has(`item ${id}`))
  const decisions = stored.decisions.filter(({ id }) => !inBatch.has(`decision ${id}`))
  const found = [
    ...items.flatMap(({ id, body }) => naming(`已存事项 ${id}`, checkItemReferences(body, known))),
    ...decisions.flatMap(({ id, body }) => naming(`已存决定 ${id}`, checkDecisionReferences(body, known))),
  ]
  return found.map((violation) => ({ file: findList(lists, violation.rule)?.file ?? file, ...violation }))
}

function naming(subject: string, violations: readonly Violation[]): Violation[] {
  return violations.map(({ pointer, rule, message }) => ({
    pointer: '',
    rule,
    message: `${subject} 还用到它（${pointer}）：${message}`,
  }))
}

function findList(lists: readonly BatchDocument[], rule: string): BatchDocument | undefined {
  const kinds: Readonly<Record<string, DocumentKind>> = {
    'unknown-agency': 'agencies',
    'unknown-law': 'laws',
    'unknown-region': 'regions',
  }
  return lists.find(({ kind }) => kind === kinds[rule])
}

/** One document must not come from two files: both are named. */
function findTwins(batch: readonly BatchDocument[]): Violation[] {
  const first = new Map<string, string>()
  return batch.flatMap((entry) => {
    const id = idOf(entry)
    const key = `${entry.kind} ${id}`
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, entry.file)
      return []
    }
    return [describeTwin(entry, entry.file, earlier, id), describeTwin(entry, earlier, entry.file, id)]
  })
}

function describeTwin(entry: BatchDocument, file: string, other: string, id: string): Violation {
  if (entry.kind === 'item') {
    const message = `编码 ${id} 重复：${other} 里也有。`
    return { file, pointer: '/code', rule: 'repeated-code', message }
  }
  if (entry.kind === 'decision') {
    return { file, pointer: '/id', rule: 'repeated-code', message: `决定 ${id} 重复：${other} 里也有。` }
  }
  return { file, pointer: '', rule: 'repeated-document', message: `这种文件只能有一份：${other} 也是。` }
}
