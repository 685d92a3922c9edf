import { severityMarks, severityWords } from '../../parts/findings.tsx'
import { type FieldLine, type FormState, idOf } from './form-state.ts'

/** What is wrong with a field, or what the rules say of it; nothing when all is well. The script of the page keeps it up to date. */
export function FieldLines({ name, state }: { name: string; state: FormState }) {
  const lines = state.lines.get(name) ?? []
  if (lines.length === 0) return null
  return (
    <ul class="field-lines" id={linesId(name)}>
      <Lines lines={lines} />
    </ul>
  )
}

/** What is said of the guide as a whole. */
export function GeneralLines({ lines }: { lines: readonly FieldLine[] }) {
  return (
    <ul class="field-lines general-lines" id="general-lines" hidden={lines.length === 0}>
      <Lines lines={lines} />
    </ul>
  )
}

function Lines({ lines }: { lines: readonly FieldLine[] }) {
  return (
    <>
      {lines.map(({ severity, message, basis }) => (
        <li key={severity + message} class={`line-${severity}`}>
          <b>
            <span aria-hidden="true">{severityMarks[severity]}</span> {severityWords[severity]}
          </b>{' '}
          {message}
          {basis && <span class="hint">{basis}</span>}
        </li>
      ))}
    </>
  )
}

function linesId(name: string): string {
  return `${idOf(name)}-lines`
}

export function hintId(name: string): string {
  return `${idOf(name)}-hint`
}

/** Ids of what describes a field; `undefined`: nothing does. */
export function describedBy(name: string, hint: string | undefined, state: FormState): string | undefined {
  const ids = [hint !== undefined && hintId(name), state.lines.has(name) && linesId(name)].filter(Boolean)
  return ids.length === 0 ? undefined : ids.join(' ')
}
