import { groupBy } from './group-by.ts'
import { plainName } from './plain-names.ts'

/** A name and whose it is. */
export interface NameEntry<Owner> {
  name: string
  owner: Owner
}

/** Another name and how like it is: 0 nothing in common, 1 the same. */
export interface SimilarName<Owner> {
  name: string
  /** Everything of that name, in the order given. */
  owners: readonly Owner[]
  likeness: number
}

interface Signed {
  /** Bigrams, the rarest first. */
  bigrams: readonly string[]
  weight: number
}
type Indexed<Owner> = Omit<SimilarName<Owner>, 'likeness'> & { weight: number; bigrams: ReadonlySet<string> }

/**
 * Finds names that say nearly the same, in time that hardly grows with their number.
 *
 * Chinese names have no word borders, and those of approval items end in the same few words (审批, 许可证核发). The measure is the Dice coefficient
 * over pairs of neighbouring characters, each weighted by how rare it is among all names: shared rare words count much, shared stock words
 * little, and no list of stop words has to be kept. An edit distance would call 占用林地审批 and 占用公路审批 near twins. What many share, as the
 * cities of a province do, is kept once.
 */
export function createNameIndex<Owner>(entries: Iterable<NameEntry<Owner>>) {
  const names = groupBy(entries, ({ name }) => name)
  const total = [...names.values()].reduce((sum, { length }) => sum + length, 0)
  const counts = new Map<string, number>()
  for (const [name, { length }] of names)
    for (const bigram of bigramsOf(name)) counts.set(bigram, (counts.get(bigram) ?? 0) + length)
  const weigh = (bigram: string) => Math.log(1 + (total + 1) / (counts.get(bigram) ?? 1))
  const sign = (name: string): Signed => {
    const bigrams = [...bigramsOf(name)].sort((one, other) => weigh(other) - weigh(one) || compare(one, other))
    return { bigrams, weight: bigrams.reduce((sum, bigram) => sum + weigh(bigram), 0) }
  }
  const postings = new Map<string, Indexed<Owner>[]>()
  for (const [name, group] of names) {
    const { bigrams, weight } = sign(name)
    const indexed = { name, owners: group.map(({ owner }) => owner), weight, bigrams: new Set(bigrams) }
    for (const bigram of bigrams) addTo(postings, bigram, indexed)
  }
  /** Every name at least that like, the likest first; the name itself among them. */
  return (name: string, likeness: number): SimilarName<Owner>[] => {
    const wanted = sign(name)
    const candidates = new Set(headOf(wanted, likeness, weigh).flatMap((bigram) => postings.get(bigram) ?? []))
    return [...candidates]
      .map((entry) => ({ name: entry.name, owners: entry.owners, likeness: likenessOf(wanted, entry, weigh) }))
      .filter((found) => found.likeness >= likeness)
      .sort((one, other) => other.likeness - one.likeness || compare(one.name, other.name))
  }
}

type Weigh = (bigram: string) => number

/** The rarest bigrams, of which every name so like must share one: the rest alone does not weigh enough. */
function headOf({ bigrams, weight }: Signed, likeness: number, weigh: Weigh): string[] {
  const leastShared = (likeness * weight) / (2 - likeness)
  let left = weight
  return bigrams.filter((bigram) => {
    const isNeeded = left >= leastShared
    left -= weigh(bigram)
    return isNeeded
  })
}

function likenessOf(one: Signed, other: Indexed<unknown>, weigh: Weigh): number {
  const shared = one.bigrams.reduce((sum, bigram) => sum + (other.bigrams.has(bigram) ? weigh(bigram) : 0), 0)
  const total = one.weight + other.weight
  return total === 0 ? 0 : (2 * shared) / total
}

function bigramsOf(name: string): ReadonlySet<string> {
  const signs = [...plainName(name)]
  return new Set(signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
