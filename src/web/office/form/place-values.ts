import { createHash } from 'node:crypto'
import { formSections } from './form-sections.ts'
import type { FormValues } from './form-values.ts'

/** One field of a section, as it stands in two versions of a form. */
export interface DifferingPlace {
  /** `guide.materials` */
  name: string
  label: string
  /** Who changed it since both were the same. */
  changedBy: 'me' | 'them' | 'both'
}

/** Short signs of what stood in each field of the sections, by name: enough to tell whether it was changed since. */
export type PlaceSigns = ReadonlyMap<string, string>

/** What stands in one field of a section, rows and groups with all that is in them. */
function valuesAt(values: FormValues, place: string): [string, readonly string[]][] {
  return [...values].filter(([name]) => name === place || name.startsWith(`${place}.`))
}

/** Of a form that was filled from a content: the same content has the same signs. */
export function signPlaces(filled: FormValues): PlaceSigns {
  return new Map(places().map(({ name }) => [name, sign(valuesAt(filled, name))]))
}

function sign(entries: readonly (readonly [string, readonly string[]])[]): string {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 10)
}

export function writeSigns(signs: PlaceSigns): string {
  return [...signs].map(([name, text]) => `${name}:${text}`).join(' ')
}

/** The inverse of `writeSigns`; what is none is passed over, and its field counts as changed. */
export function readSigns(text: string): PlaceSigns {
  const pairs = text.split(' ').map((pair) => pair.split(':'))
  return new Map(pairs.flatMap(([name, signed]) => (name && signed ? [[name, signed] as const] : [])))
}

/** Fields in which two versions differ, in the order of the sections. `seen`: the signs of what both began with. */
export function differingPlaces(mine: FormValues, theirs: FormValues, seen: PlaceSigns): DifferingPlace[] {
  const [signedMine, signedTheirs] = [signPlaces(mine), signPlaces(theirs)]
  return places().flatMap(({ name, label }) => {
    const [here, there, before] = [signedMine.get(name), signedTheirs.get(name), seen.get(name)]
    if (here === there) return []
    return [{ name, label, changedBy: here === before ? 'them' : there === before ? 'me' : 'both' }]
  })
}

/** The version that was saved meanwhile, with one's own in the fields that one chose. */
export function mergePlaces(mine: FormValues, theirs: FormValues, takeMine: ReadonlySet<string>): FormValues {
  return new Map(places().flatMap(({ name }) => valuesAt(takeMine.has(name) ? mine : theirs, name)))
}

function places(): { name: string; label: string }[] {
  return formSections().flatMap((section) => section.places.map(({ name, node }) => ({ name, label: node.label })))
}
