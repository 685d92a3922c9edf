import type { ApprovalItem, OptionalDuration, ServiceGuide } from '../../schema/types.ts'

/** A text of an item and where it stands. */
export interface PlacedText {
  path: string
  text: string
}

/** Texts in which a guide explains its time limits, the rights of the applicant and what to mind. */
export function explanatoryTexts(item: ApprovalItem): PlacedText[] {
  const { guide } = item
  return present([
    ['/statutoryTimeLimitNote', item.statutoryTimeLimitNote],
    ['/guide/timeLimitNote', guide?.timeLimitNote],
    ['/guide/rightsAndDuties', guide?.rightsAndDuties],
    ['/guide/notes', guide?.notes],
    ...item.specialProcedures.map(({ note }, index) => [`/specialProcedures/${index}/note`, note] as const),
    ...stepTexts(item),
  ])
}

/** Texts that can repeat the limits of the item itself: they must not differ from the fields. */
export function limitTexts(item: ApprovalItem): PlacedText[] {
  const { guide } = item
  return present([
    ['/guide/scope', guide?.scope],
    ['/guide/timeLimitNote', guide?.timeLimitNote],
    ['/guide/notes', guide?.notes],
    ['/guide/rightsAndDuties', guide?.rightsAndDuties],
    ['/guide/submission', guide?.submission],
    ['/guide/progressQuery', guide?.progressQuery],
    ...(guide?.faq ?? []).map(({ answer }, index) => [`/guide/faq/${index}/answer`, answer] as const),
    ...stepTexts(item),
    ['/mermaid', item.mermaid],
  ])
}

/** Free texts that speak of days. */
export function dayTexts(item: ApprovalItem): PlacedText[] {
  const { guide } = item
  return present([
    ['/statutoryTimeLimitNote', item.statutoryTimeLimitNote],
    ['/guide/timeLimitNote', guide?.timeLimitNote],
    ['/guide/notes', guide?.notes],
    ['/guide/submission', guide?.submission],
    ['/guide/delivery/note', guide?.delivery.note],
    ...item.specialProcedures.map(({ note }, index) => [`/specialProcedures/${index}/note`, note] as const),
    ...stepTexts(item),
    ['/mermaid', item.mermaid],
  ])
}

/** The names of the steps with their limits. */
export function stepNames(item: ApprovalItem): (PlacedText & { limit: OptionalDuration })[] {
  const steps = item.procedure?.steps ?? []
  return steps.map(({ name, limit }, index) => ({ path: `/procedure/steps/${index}/name`, text: name, limit }))
}

/** What a guide says of the papers to hand in, the list itself left out. */
export function handingInTexts(guide: ServiceGuide): PlacedText[] {
  return present([
    ...guide.conditions.map((text, index) => [`/guide/conditions/${index}`, text] as const),
    ['/guide/submission', guide.submission],
    ...guide.materials.flatMap(({ standard, instruction, when, note }, index) => {
      const path = `/guide/materials/${index}`
      return [
        [`${path}/standard`, standard],
        [`${path}/instruction`, instruction],
        [`${path}/when`, when],
        [`${path}/note`, note],
      ] as const
    }),
  ])
}

const known = new WeakMap<ServiceGuide, readonly PlacedText[]>()

/** Every text of a guide that a reader finds in its sections; gathered once for all rules. */
export function guideTexts(guide: ServiceGuide): readonly PlacedText[] {
  const texts = known.get(guide) ?? gatherTexts(guide)
  known.set(guide, texts)
  return texts
}

function gatherTexts(guide: ServiceGuide): PlacedText[] {
  return present([
    ['/guide/scope', guide.scope],
    ...handingInTexts(guide).map(({ path, text }) => [path, text] as const),
    ...guide.prohibitions.map((text, index) => [`/guide/prohibitions/${index}`, text] as const),
    ['/guide/timeLimitNote', guide.timeLimitNote],
    ['/guide/delivery/note', guide.delivery.note],
    ['/guide/rightsAndDuties', guide.rightsAndDuties],
    ['/guide/reconsideration', guide.reconsideration],
    ['/guide/litigation', guide.litigation],
    ['/guide/progressQuery', guide.progressQuery],
    ...guide.commonErrors.map((text, index) => [`/guide/commonErrors/${index}`, text] as const),
    ...guide.faq.map(({ answer }, index) => [`/guide/faq/${index}/answer`, answer] as const),
    ['/guide/annualInspection', guide.annualInspection],
    ['/guide/notes', guide.notes],
    ['/guide/visitReason', guide.visitReason],
  ])
}

function stepTexts(item: ApprovalItem): (readonly [string, string | null])[] {
  const steps = item.procedure?.steps ?? []
  return steps.map(({ description }, index) => [`/procedure/steps/${index}/description`, description] as const)
}

function present(texts: readonly (readonly [string, string | null | undefined])[]): PlacedText[] {
  return texts.flatMap(([path, text]) => (text === null || text === undefined ? [] : [{ path, text }]))
}
