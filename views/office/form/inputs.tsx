import type { ChoiceNode, ReferenceNode, TextNode } from '../../../src/web/office/form/form-nodes.ts'
import { textAt } from '../../../src/web/office/form/form-values.ts'
import type { LeafNode } from '../../../src/web/office/form/read-entry.ts'
import { type FormState, idOf } from './form-state.ts'

/** What an input needs to know besides what it asks for. */
interface InputProps<Node> {
  node: Node
  name: string
  state: FormState
  /** Ids of the hint and the lines that belong to it. */
  describedBy: string | undefined
}

/** The input of a field that is one text, one choice or one box; boxes to tick stand in `choices-field.tsx`. */
export function Input({ node, name, state, describedBy }: InputProps<LeafNode>) {
  const text = textAt(state.values, name)
  const isWrong = state.lines.get(name)?.some(({ severity }) => severity === 'error') ?? false
  const same = {
    id: idOf(name),
    name,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
  }
  switch (node.kind) {
    case 'text':
      return <TextInput node={node} text={text} same={same} />
    case 'number':
      return <input {...same} type="text" inputMode="numeric" class="short" value={text} autocomplete="off" />
    case 'duration':
      return <input {...same} type="text" class="medium" value={text} autocomplete="off" />
    case 'lines':
      return <textarea {...same} rows={linesOf(text, 2)} value={text} />
    case 'yes-no':
      return node.blank === null ? (
        <Select same={same} text={text} blank="未说明" options={yesNo} />
      ) : (
        <input {...same} type="checkbox" value="yes" checked={text === 'yes'} />
      )
    case 'choice':
      return <Select same={same} text={text} blank={blankWord(node)} options={node.options} />
    case 'reference':
      return <Reference node={node} text={text} same={same} state={state} />
    case 'mark':
      return <input type="hidden" name={name} value={text} />
    case 'choices':
      return null
  }
}

interface Same {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}
interface TextProps {
  text: string
  same: Same
}

const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]

/** A choice with a default is made from the beginning. */
function blankWord({ blank }: ChoiceNode): string | undefined {
  return blank === null ? '未说明' : blank === '' ? '请选择' : undefined
}

function TextInput({ node, text, same }: TextProps & { node: TextNode }) {
  // What is no day would not be shown in a field for days.
  if (node.form === 'day' && /^(\d{4}-\d{2}-\d{2})?$/.test(text))
    return <input {...same} type="date" class="medium" value={text} />
  if (node.form === 'day') return <input {...same} type="text" class="medium" value={text} />
  if (node.form === 'line' || node.form === 'address') {
    const list = node.source === 'laws' ? { list: 'known-laws' } : {}
    const mode = node.form === 'address' ? ({ inputMode: 'url' } as const) : {}
    return <input {...same} type="text" value={text} autocomplete="off" {...list} {...mode} />
  }
  const code = node.form === 'code' ? { class: 'code', spellcheck: false } : {}
  return <textarea {...same} rows={linesOf(text, node.form === 'lines' ? 2 : 3)} value={text} {...code} />
}

/** As many lines as the text takes, so that nothing is hidden; a line holds some forty signs. */
function linesOf(text: string, least: number): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 38)), 0)
  return Math.min(Math.max(least, lines), 24)
}

interface SelectProps extends TextProps {
  /** Word for nothing chosen; `undefined`: something always is. */
  blank: string | undefined
  options: readonly { value: string; label: string }[]
  /** List of the procedure whose rows are the options; the script keeps them up to date. */
  from?: 'lanes' | 'steps' | undefined
}

function Select({ same, text, blank, options, from }: SelectProps) {
  const isUnknown = text !== '' && !options.some(({ value }) => value === text)
  return (
    <select {...same} data-from={from}>
      {blank !== undefined && <option value="">{blank}</option>}
      {isUnknown && (
        <option value={text} selected>
          {text}（没有这一项）
        </option>
      )}
      {options.map(({ value, label }) => (
        <option key={value} value={value} selected={value === text}>
          {label}
        </option>
      ))}
    </select>
  )
}

function Reference({ node, text, same, state }: TextProps & { node: ReferenceNode; state: FormState }) {
  const blank = node.blank === null ? '本事项的实施机关' : '请选择'
  const from = node.to === 'agencies' ? undefined : node.to
  return <Select same={same} text={text} blank={blank} options={state[node.to]} from={from} />
}
