import {
  type FormNode,
  type GroupNode,
  nameInside,
  type RowsNode,
  type TextNode,
} from '../../../src/web/office/form/form-nodes.ts'
import { rowNumbers, textAt } from '../../../src/web/office/form/form-values.ts'
import type { LeafNode } from '../../../src/web/office/form/read-entry.ts'
import { Prose } from '../../parts/markdown.tsx'
import { ChoicesField } from './choices-field.tsx'
import { describedBy, FieldLines, hintId } from './field-lines.tsx'
import { type FormState, idOf } from './form-state.ts'
import { Input } from './inputs.tsx'
import { RowFrame } from './row-frame.tsx'

/** Fields that a row is known by, the surest first. */
const namingKeys: readonly string[] = ['name', 'question', 'law', 'value']

interface FieldProps<Node> {
  node: Node
  name: string
  state: FormState
  /** Whether the heading above says the same as the label. */
  isTitled?: boolean
}

/** One field of the form with its label, hint and lines: whatever it asks for. */
export function Field({ node, name, state, isTitled = false }: FieldProps<FormNode>) {
  switch (node.kind) {
    case 'group':
      return <Group node={node} name={name} state={state} isTitled={isTitled} />
    case 'rows':
      return <Rows node={node} name={name} state={state} isTitled={isTitled} />
    case 'choices':
      return <ChoicesField node={node} name={name} state={state} />
    case 'mark':
      return <Input node={node} name={name} state={state} describedBy={undefined} />
    default:
      return <Leaf node={node} name={name} state={state} isTitled={isTitled} />
  }
}

function Leaf({ node, name, state, isTitled }: FieldProps<LeafNode>) {
  const isBox = node.kind === 'yes-no' && node.blank === false
  const input = <Input node={node} name={name} state={state} describedBy={describedBy(name, node.hint, state)} />
  return (
    <div class={isBox ? 'field field-box' : isWide(node) ? 'field field-wide' : 'field'} data-field={name}>
      {isBox && input}
      <label for={idOf(name)} class={isTitled ? 'unseen' : undefined}>
        {node.label}
      </label>
      {node.hint && (
        <p class="hint" id={hintId(name)}>
          {node.hint}
        </p>
      )}
      <FieldLines name={name} state={state} />
      {!isBox && input}
      {node.kind === 'text' && node.form === 'markdown' && <Preview node={node} name={name} state={state} />}
    </div>
  )
}

/** Whether it takes the whole line of a row: what the row is known by, and texts of several lines. */
function isWide(node: LeafNode): boolean {
  if (node.kind === 'lines') return true
  return node.kind === 'text' && (namingKeys.includes(node.key) || !['line', 'day', 'address'].includes(node.form))
}

/** How the text will stand on the public page. */
function Preview({ node, name, state }: FieldProps<TextNode>) {
  const text = textAt(state.values, name)
  return (
    <details class="preview" data-preview={name}>
      <summary>
        看排版效果<span class="unseen">：{node.label}</span>
      </summary>
      {text === '' ? <p class="hint">还没有内容。</p> : <Prose html={state.prose(text)} />}
    </details>
  )
}

function Group({ node, name, state, isTitled }: FieldProps<GroupNode>) {
  return (
    <fieldset class="group" id={idOf(name)} data-field={name}>
      <legend class={isTitled ? 'unseen' : undefined}>{node.label}</legend>
      <GroupHead node={node} name={name} state={state} />
      <Fields node={node} name={name} state={state} />
    </fieldset>
  )
}

function GroupHead({ node, name, state }: FieldProps<GroupNode | RowsNode>) {
  return (
    <>
      {node.hint && (
        <p class="hint" id={hintId(name)}>
          {node.hint}
        </p>
      )}
      <FieldLines name={name} state={state} />
    </>
  )
}

/** The fields of a group; those that are rarely filled in are folded away until they hold something. */
function Fields({ node, name, state }: FieldProps<GroupNode>) {
  const show = (fields: readonly FormNode[]) =>
    fields.map((field) => <Field key={field.key} node={field} name={nameInside(name, field.key)} state={state} />)
  const rare = node.fields.filter(({ isRare }) => isRare)
  const isUsed = rare.some(({ key }) => isFilled(nameInside(name, key), state))
  return (
    <>
      <div class="fields">{show(node.fields.filter(({ isRare }) => !isRare))}</div>
      {rare.length > 0 && (
        <details class="rare" open={isUsed}>
          <summary>更多：{rare.map(({ label }) => label).join('、')}</summary>
          <div class="fields">{show(rare)}</div>
        </details>
      )}
    </>
  )
}

function isFilled(name: string, { values, lines }: FormState): boolean {
  const isInside = (other: string) => other === name || other.startsWith(`${name}.`)
  return (
    ['', '.law', '.name', '.url'].some((key) => textAt(values, name + key) !== '') || [...lines.keys()].some(isInside)
  )
}

function Rows({ node, name, state, isTitled }: FieldProps<RowsNode>) {
  const numbers = rowNumbers(state.values).get(name) ?? []
  return (
    <fieldset class="rows" id={idOf(name)} data-field={name} data-rows={name} data-most={node.maxRows} tabIndex={-1}>
      <legend class={isTitled ? 'unseen' : undefined}>{node.label}</legend>
      <GroupHead node={node} name={name} state={state} />
      <ol class="row-list">
        {numbers.map((number, place) => (
          <Row
            key={number}
            node={node}
            name={name}
            state={state}
            number={number}
            isLast={place === numbers.length - 1}
          />
        ))}
      </ol>
      <button type="submit" class="secondary" name="_do" value={`add ${name}`}>
        添加{node.noun}
      </button>
      <template data-new-row={name}>
        <Row node={node} name={name} state={blankState(state)} number="new" isLast={true} />
      </template>
    </fieldset>
  )
}

function blankState(state: FormState): FormState {
  return { ...state, values: new Map(), lines: new Map() }
}

interface RowProps extends FieldProps<RowsNode> {
  number: number | 'new'
  isLast: boolean
}

function Row({ node: { row: node, noun }, name, state, number, isLast }: RowProps) {
  const row = nameInside(name, number)
  const isText = node.kind === 'text'
  return (
    <RowFrame
      row={row}
      noun={noun}
      place={number === 'new' ? 0 : number}
      isLast={isLast}
      called={nameOfRow(row, state)}
      isNext={state.goTo === row}
    >
      {isText ? (
        <Leaf node={node} name={row} state={state} isTitled={true} />
      ) : (
        <>
          <FieldLines name={row} state={state} />
          <Fields node={node} name={row} state={state} />
        </>
      )}
    </RowFrame>
  )
}

function nameOfRow(row: string, { values }: FormState): string {
  return namingKeys.map((key) => textAt(values, `${row}.${key}`)).find(Boolean) ?? ''
}
