import type { AdjustmentDecision, ApprovalItem } from '../../src/schema/types.ts'
import { createLocalise } from './local-words.ts'
import { type PlannedPlace, planPlace, sharePlaces } from './plan-places.ts'
import { makeLists, type ProvinceLists } from './province-lists.ts'
import type { Places } from './read-places.ts'
import type { Sample } from './read-sample.ts'
import { varyDecisions } from './vary-decisions.ts'
import { varyItem } from './vary-item.ts'

/** A catalogue of any size; items and decisions are made one at a time, while they are asked for. */
export interface Province extends ProvinceLists {
  items(): Generator<ApprovalItem>
  decisions(): Generator<AdjustmentDecision>
}

/**
 * A catalogue of `size` items: variations of the sample's for the cities and counties of a province. The same seed gives the same documents.
 *
 * @throws Error when the places do not suffice for so many.
 */
export function makeProvince(
  { sample, places }: { sample: Sample; places: Places },
  question: { size: number; seed: string },
): Province {
  const shares = sharePlaces(sample, places, question.size)
  const present = shares.map(({ place }) => place)
  const planned = function* () {
    for (const share of shares) yield planPlace(sample, share, question.seed)
  }
  const { agencies } = sample
  const agencyPositions = new Map(agencies.map(({ code }, position) => [code, position]))
  const itemsOf = function* ({ place, items }: PlannedPlace) {
    const localise = createLocalise(place, agencies)
    for (const item of items) yield varyItem(item, { place, places, localise, agencyPositions, seed: question.seed })
  }
  return {
    ...makeLists(sample, places, present),
    *items() {
      for (const place of planned()) yield* itemsOf(place)
    },
    *decisions() {
      for (const place of planned()) yield* varyDecisions(sample.decisions, place, { agencies, seed: question.seed })
    },
  }
}
