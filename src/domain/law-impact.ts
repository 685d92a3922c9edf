import type { ApprovalItem, LegalBasis } from '../schema/types.ts'
import { listCitations } from './law-register.ts'

/** One place in an item that rests on a law. */
export interface LawUse {
  /** What the law supports there. */
  for: LegalBasis['for']
  articles: readonly string[]
  /** JSON pointer of the basis inside the item. */
  path: string
  /** Name of the material or the fee; `null`: the item itself. */
  subject: string | null
}

/** What an item would lose with a law. */
export interface LawImpact {
  uses: LawUse[]
  /** Whether nothing else sets the item up: without the law it has to be cancelled or based anew (行政许可法第十四条至第十七条). */
  losesItsBasis: boolean
  /** Whether its statutory limit rests on this law alone. */
  losesItsLimit: boolean
}

/** What an item would lose if a law went; `undefined`: it does not cite it. `isMeant` tells whether a title names the law. */
export function findLawImpact(item: ApprovalItem, isMeant: (title: string) => boolean): LawImpact | undefined {
  const uses = listCitations(item)
    .filter(({ law }) => isMeant(law))
    .map(({ for: support, articles, path }) => ({ for: support, articles, path, subject: subjectOf(item, path) }))
  if (uses.length === 0) return undefined
  return { uses, losesItsBasis: losesAll(item, 'item', isMeant), losesItsLimit: losesAll(item, 'limit', isMeant) }
}

function losesAll(
  { legalBases }: ApprovalItem,
  support: LegalBasis['for'],
  isMeant: (title: string) => boolean,
): boolean {
  const bases = legalBases.filter((basis) => basis.for === support)
  return bases.length > 0 && bases.every(({ law }) => isMeant(law))
}

function subjectOf({ guide }: ApprovalItem, path: string): string | null {
  const [, list, index] = /^\/guide\/(materials|fees)\/(\d+)\//.exec(path) ?? []
  if (list === undefined) return null
  return (list === 'materials' ? guide?.materials : guide?.fees)?.[Number(index)]?.name ?? null
}
