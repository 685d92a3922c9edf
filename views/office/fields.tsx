import type { ComponentChildren } from 'preact'
import type { Violation } from '../../src/domain/catalog-error.ts'
import { fieldId } from './error-summary.tsx'

export interface FieldProps {
  /** A JSON pointer, which violations name as well. */
  name: string
  label: string
  value: string
  violations: readonly Violation[]
  hint?: string
}

/** A text field with what is wrong with it beside it. */
export function Field({
  type = 'text',
  list,
  isLong = false,
  ...props
}: FieldProps & { type?: 'text' | 'date' | 'number'; list?: string; isLong?: boolean }) {
  const { name, value } = props
  const described = describe(props)
  return (
    <Framed {...props}>
      {isLong ? (
        <textarea id={fieldId(name)} name={name} rows={3} {...described}>
          {value}
        </textarea>
      ) : (
        <input
          id={fieldId(name)}
          name={name}
          type={type}
          value={value}
          autocomplete="off"
          {...(list === undefined ? {} : { list })}
          {...described}
        />
      )}
    </Framed>
  )
}

/** One of a list of codes with their words. */
export function ChoiceField({
  options,
  none,
  ...props
}: FieldProps & {
  options: Readonly<Record<string, string>>
  /** The words of the empty choice; absent: there is none. */
  none?: string
}) {
  const isStrange = props.value !== '' && !Object.hasOwn(options, props.value)
  return (
    <Framed {...props}>
      <select id={fieldId(props.name)} name={props.name} {...describe(props)}>
        {none !== undefined && <option value="">{none}</option>}
        {isStrange && (
          <option value={props.value} selected>
            {props.value}
          </option>
        )}
        {Object.entries(options).map(([value, words]) => (
          <option key={value} value={value} selected={value === props.value}>
            {words}
          </option>
        ))}
      </select>
    </Framed>
  )
}

/** Several of a list of words, or of codes with their words. */
export function TickFields({
  name,
  label,
  options,
  chosen,
  words = {},
  violations = [],
}: {
  name: string
  label: string
  options: readonly string[]
  chosen: readonly string[]
  words?: Readonly<Record<string, string>>
  violations?: readonly Violation[]
}) {
  const strange = chosen.filter((one) => !options.includes(one))
  return (
    <fieldset class="ticks" id={fieldId(name)} tabIndex={-1}>
      <legend>{label}</legend>
      {violationsAt(violations, name).map(({ pointer, message }) => (
        <p key={pointer + message} class="error">
          {message}
        </p>
      ))}
      {[...options, ...strange].map((option) => (
        <label key={option} class="tick">
          <input type="checkbox" name={name} value={option} checked={chosen.includes(option)} />
          <span>{words[option] ?? option}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Framed({ name, label, hint, violations, children }: FieldProps & { children: ComponentChildren }) {
  const own = violationsAt(violations, name)
  return (
    <div class={own.length > 0 ? 'field field-wrong' : 'field'}>
      <label for={fieldId(name)}>{label}</label>
      {hint !== undefined && (
        <span class="quiet" id={`${fieldId(name)}-hint`}>
          {hint}
        </span>
      )}
      {own.length > 0 && (
        <p class="error" id={`${fieldId(name)}-error`}>
          {tellAll(own)}
        </p>
      )}
      {children}
    </div>
  )
}

/** Sentences beside a field; of many only the first, the summary on top has them all. */
function tellAll([first, ...others]: readonly Violation[]): string {
  const more =
    others.length > 2 ? `还有 ${others.length} 处，都列在页首。` : others.map(({ message }) => message).join('')
  return `${first?.message ?? ''}${more}`
}

/** What is wrong with a field or with a part of it that has no field of its own. */
export function violationsAt(violations: readonly Violation[], name: string): Violation[] {
  return violations.filter(({ pointer }) => pointer === name || pointer.startsWith(`${name}/`))
}

function describe({ name, hint, violations }: FieldProps) {
  const isWrong = violationsAt(violations, name).length > 0
  const ids = [hint === undefined ? [] : `${fieldId(name)}-hint`, isWrong ? `${fieldId(name)}-error` : []].flat()
  return {
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
  }
}
