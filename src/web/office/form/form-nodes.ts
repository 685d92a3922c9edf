import { isSameDocument } from '../../../domain/same-document.ts'

/** What every place of the form has. */
interface NodeBase {
  /** Name of the field in its document; empty: the rows of a list of texts. */
  key: string
  /** What it is called on the page. */
  label: string
  hint?: string
  /** Shown only when asked for: rarely filled in. */
  isRare?: boolean
}

/** One or more lines of text. `blank`: what the document holds when nothing is typed. */
export interface TextNode extends NodeBase {
  kind: 'text'
  blank: '' | null
  maxLength: number
  form: 'line' | 'lines' | 'markdown' | 'code' | 'day' | 'address'
  /** Where words to choose from come from, beside free text. */
  source?: 'laws'
}
/** The mark of a row inside a procedure; nobody types it. */
interface MarkNode extends NodeBase {
  kind: 'mark'
}
export interface NumberNode extends NodeBase {
  kind: 'number'
  minimum: number
  maximum: number
}
/** `blank: false`: a box to tick; `null`: yes, no, or not said. */
interface YesNoNode extends NodeBase {
  kind: 'yes-no'
  blank: false | null
}
export interface Option {
  value: string
  label: string
}
/** One of a list of codes. `blank`: the default, or `''` where one has to be chosen, or `null` where none need be. */
export interface ChoiceNode extends NodeBase {
  kind: 'choice'
  blank: string | null
  options: readonly Option[]
}
/** An agency, or a row of another list of the procedure by its mark. */
export interface ReferenceNode extends NodeBase {
  kind: 'reference'
  blank: '' | null
  to: 'agencies' | 'lanes' | 'steps'
}
export interface ChoicesNode extends NodeBase {
  kind: 'choices'
  options: readonly Option[]
}
/** A list of short texts, typed one a line. */
interface LinesNode extends NodeBase {
  kind: 'lines'
  maxLength: number
}
/** A limit as people write it. `isSpread`: its parts are fields of the group around it, and it is never 当场. */
export interface DurationNode extends NodeBase {
  kind: 'duration'
  isSpread: boolean
}
export interface RowsNode extends NodeBase {
  kind: 'rows'
  /** What one row is called: 材料. */
  noun: string
  maxRows: number
  row: GroupNode | TextNode
}
/** `isOptional`: `null` when nothing in it is filled in. */
export interface GroupNode extends NodeBase {
  kind: 'group'
  isOptional: boolean
  fields: readonly FormNode[]
}
export type FormNode =
  | TextNode
  | MarkNode
  | NumberNode
  | YesNoNode
  | ChoiceNode
  | ReferenceNode
  | ChoicesNode
  | LinesNode
  | DurationNode
  | RowsNode
  | GroupNode

/** What a document holds at a place where nothing was filled in. */
export function blankOf(node: FormNode): unknown {
  switch (node.kind) {
    case 'text':
    case 'yes-no':
    case 'choice':
    case 'reference':
      return node.blank
    case 'mark':
      return ''
    case 'number':
    case 'duration':
      return null
    case 'choices':
    case 'lines':
    case 'rows':
      return []
    case 'group':
      return node.isOptional ? null : blankFields(node)
  }
}

function blankFields(node: GroupNode): Record<string, unknown> {
  return Object.fromEntries(node.fields.map((field) => [field.key, blankOf(field)]))
}

/** Whether nothing was filled in at a place; marks do not count, nobody typed them. */
export function isBlank(node: FormNode, value: unknown): boolean {
  if (node.kind === 'mark') return true
  if (node.kind !== 'group' || typeof value !== 'object' || value === null) return isSameDocument(value, blankOf(node))
  const fields = new Map<string, unknown>(Object.entries(value))
  return node.fields.every((field) => isBlank(field, fields.get(field.key)))
}

/** The name of a place inside another, as forms post it: `guide.materials.0.name`. */
export function nameInside(name: string, key: string | number): string {
  return key === '' ? name : name === '' ? String(key) : `${name}.${key}`
}
