import type { ApprovalItem, OptionalDuration } from '../../src/schema/types.ts'
import { catalogCodeOf, implementationCodeOf } from './implementation-code.ts'
import { type Localise, localiseDocument } from './local-words.ts'
import type { PlannedItem } from './plan-places.ts'
import { agencyCodeOf, itemCodeOf } from './province-codes.ts'
import type { Place, Places } from './read-places.ts'
import { createRandom, type SeededRandom } from './seeded-random.ts'

export interface Variation {
  place: Place
  places: Places
  localise: Localise
  /** Place of each agency of the sample in its order. */
  agencyPositions: ReadonlyMap<string, number>
  seed: string
}

/** The item as a place has it: its own codes, words, name, promise, windows and copies; everything else as in the sample. */
export function varyItem({ item, position, part }: PlannedItem, variation: Variation): ApprovalItem {
  const { place, places, localise, agencyPositions, seed } = variation
  const code = itemCodeOf(item.code, place, part)
  const random = createRandom(`${seed} ${code}`)
  const name = varyName(item.name, variation, { part, random })
  const varied = localiseDocument(item, (text) => localise(renameIn(text, item.name, name)))
  const catalogCode = catalogCodeOf(position + 1, part)
  const owner = { place: place.number, position: agencyPositions.get(item.agency) ?? 0 }
  takePlace(varied, place)
  varyPromise(varied, random)
  varyGuide(varied, random, places.hours)
  return {
    ...varied,
    code,
    catalogCode,
    implementationCode: implementationCodeOf(owner, catalogCode),
    parent:
      part > 0 ? itemCodeOf(item.code, place, 0) : item.parent === null ? null : itemCodeOf(item.parent, place, 0),
    provenance: inventedProvenance(),
  }
}

/** What every generated document says of itself. */
export function inventedProvenance(): ApprovalItem['provenance'] {
  const note = '由脚本生成的测量用数据，不是任何地方公布的目录。'
  return { facts: 'illustrative', verified: false, note, source: null, parts: [] }
}

function varyName(
  name: string,
  { place, places }: Variation,
  { part, random }: { part: number; random: SeededRandom },
): string {
  const variant = places.names.find(({ chance, from }) => from.test(name) && random.next() < chance)
  const replaced = variant === undefined ? name : name.replace(variant.from, variant.to)
  const local = replaced.replace('{place}', place.name).replace('{level}', place.level)
  return part === 0 ? local : `${local}（${places.cases[part - 1]}）`
}

/** The name in every sentence but not inside the title of a law. */
function renameIn(text: string, from: string, to: string): string {
  // Names are plain Chinese: brackets are full-width, so that nothing of them is a sign of the expression.
  return text.replace(new RegExp(`"law":"[^"]*"|《[^》]*》|${from}`, 'g'), (found) => (found === from ? to : found))
}

/** Puts the agencies of the place where the sample names its own. */
function takePlace(item: ApprovalItem, place: Place): void {
  item.agency = agencyCodeOf(item.agency, place)
  item.jointAgencies = item.jointAgencies.map((agency) => agencyCodeOf(agency, place))
  const bodies = [item.guide?.acceptingBody, item.guide?.decidingBody, ...(item.procedure?.lanes ?? [])]
  for (const body of bodies) if (body?.agency != null) body.agency = agencyCodeOf(body.agency, place)
}

/** A promise up to two days shorter or longer, but never longer than the law allows; the step of examination moves with it. */
function varyPromise(item: ApprovalItem, random: SeededRandom): void {
  const { promisedTimeLimit: promised, statutoryTimeLimit: statutory } = item
  const examination = item.procedure?.steps.find(({ id }) => id === 'examine')?.limit
  const shift = random.below(5) - 2
  if (!isCounted(promised) || !isCounted(examination) || promised.unit !== examination.unit) return
  const longest = isCounted(statutory) && statutory.unit === promised.unit ? statutory.amount : promised.amount
  const step = Math.max(1 - examination.amount, Math.min(shift, longest - promised.amount))
  promised.amount += step
  examination.amount += step
}

function isCounted(limit: OptionalDuration | undefined): limit is Exclude<OptionalDuration, null> & { amount: number } {
  return limit != null && 'amount' in limit && typeof limit.amount === 'number'
}

function varyGuide({ guide }: ApprovalItem, random: SeededRandom, hours: readonly string[]): void {
  if (guide === null) return
  const window = `${1 + random.below(60)}号窗口`
  if (guide.officeHours !== null) guide.officeHours = { ...guide.officeHours, window, hours: random.pick(hours) }
  const day = String(1 + random.below(28)).padStart(2, '0')
  // Not later than in the sample: the guide of an ended item would seem to be kept up.
  if (guide.checkedOn !== null && guide.checkedOn.slice(8) > day) guide.checkedOn = guide.checkedOn.slice(0, 8) + day
  for (const material of guide.materials) if (material.copies && random.next() < 0.2) material.copies += 1
}
