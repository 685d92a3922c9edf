import type { ContentChange } from '../../../domain/editions/compare-contents.ts'
import { compareTexts, type TextPart } from '../../../domain/editions/compare-texts.ts'
import { locateField } from './locate-field.ts'
import { writeValue } from './write-value.ts'

/** A difference of two contents in words. */
export interface DescribedChange {
  /** Name of the field in the form: `guide.materials.2.name`. */
  name: string
  /** Where it is: 申请材料 · 第 3 项（营业执照）· 材料名称. */
  label: string
  kind: ContentChange['kind']
  /** What stood there, and what stands there now, word by word; of a moved row nothing. */
  parts: TextPart[]
  /** Of a moved row: its place before and now, counted from 1. */
  places?: { before: number; after: number }
}

/** Differences in the words of the form. */
export function describeChanges(changes: readonly ContentChange[]): DescribedChange[] {
  return changes.map((change) => {
    const { name, label, node } = locateField(change.pointer)
    const place = { name, label: change.label ? `${label}（${change.label}）` : label, kind: change.kind }
    if (change.kind === 'moved')
      return { ...place, parts: [], places: { before: Number(change.before), after: Number(change.after) } }
    return { ...place, parts: compareTexts(writeValue(node, change.before), writeValue(node, change.after)) }
  })
}
