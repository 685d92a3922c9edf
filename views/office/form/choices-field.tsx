import type { ChoicesNode } from '../../../src/web/office/form/form-nodes.ts'
import { describedBy, FieldLines, hintId } from './field-lines.tsx'
import { type FormState, idOf } from './form-state.ts'

/** Boxes to tick. What is ticked stands first, in the order in which it is kept: a browser posts boxes as they stand. */
export function ChoicesField({ node, name, state }: { node: ChoicesNode; name: string; state: FormState }) {
  const ticked = state.values.get(name) ?? []
  const place = (value: string) => (ticked.includes(value) ? ticked.indexOf(value) : ticked.length)
  const options = [...node.options].sort((one, other) => place(one.value) - place(other.value))
  return (
    <fieldset
      class="field choices"
      id={idOf(name)}
      data-field={name}
      aria-describedby={describedBy(name, node.hint, state)}
    >
      <legend>{node.label}</legend>
      {node.hint && (
        <p class="hint" id={hintId(name)}>
          {node.hint}
        </p>
      )}
      <FieldLines name={name} state={state} />
      <div class="boxes">
        {options.map(({ value, label }) => (
          <label key={value} class="box">
            <input type="checkbox" name={name} value={value} checked={ticked.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
