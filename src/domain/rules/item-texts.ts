import type { ApprovalItem } from '../../schema/types.ts'

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

function stepTexts(item: ApprovalItem): (readonly [string, string | null])[] {
  const steps = item.procedure?.steps ?? []
  return steps.map(({ description }, index) => [`/procedure/steps/${index}/description`, description] as const)
}

function present(texts: readonly (readonly [string, string | null | undefined])[]): PlacedText[] {
  return texts.flatMap(([path, text]) => (text === null || text === undefined ? [] : [{ path, text }]))
}
