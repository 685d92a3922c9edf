import type { DecisionAnswer } from '../../src/use-cases/use-cases.ts'
import { writeDay } from './day.tsx'
import { withParameters } from './links.ts'

/** Two days as the reader gave them, with what is wrong with each. */
export interface AskedSpan {
  from: string
  to: string
  /** Sentences beside the fields; empty when the days are right. */
  faults: Readonly<Partial<Record<'from' | 'to', string>>>
}

interface SpanFormProps {
  action: string
  asked: AskedSpan
  words: Readonly<Record<'from' | 'to', string>>
  /** Parameters to keep. */
  keep?: Readonly<Record<string, string | undefined>>
}

/** Asks for two days; what is wrong with a day is said beside it. */
export function SpanForm({ action, asked, words, keep = {} }: SpanFormProps) {
  return (
    <form class="span-form" method="get" action={action} noValidate>
      {(['from', 'to'] as const).map((name) => (
        <div key={name} class="field">
          <label for={name}>{words[name]}</label>
          <input
            id={name}
            name={name}
            type="date"
            value={asked[name]}
            required
            aria-invalid={asked.faults[name] === undefined ? undefined : 'true'}
            aria-describedby={asked.faults[name] === undefined ? undefined : `${name}-fault`}
          />
          {asked.faults[name] !== undefined && (
            <p id={`${name}-fault`} class="error">
              {asked.faults[name]}
            </p>
          )}
        </div>
      ))}
      {Object.entries(keep).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <button type="submit">看结果</button>
    </form>
  )
}

/** A decision that has a day on which it took effect. */
export type DatedDecision = Pick<DecisionAnswer, 'id' | 'title'> & { effectiveOn: string }

/** Decisions that have an effective day, in their order. */
export function datedDecisions(decisions: readonly DecisionAnswer[]): DatedDecision[] {
  return decisions.flatMap(({ id, title, effectiveOn }) => (effectiveOn === null ? [] : [{ id, title, effectiveOn }]))
}

/** A span of days with its name. */
export interface NamedSpan {
  label: string
  from: string
  to: string
}

interface QuickSpansProps {
  action: string
  shown: readonly NamedSpan[]
  /** More of them, folded away. */
  folded: readonly NamedSpan[]
  /** What the folded ones are. */
  heading: string
}

/** Links to spans people ask for. */
export function QuickSpans({ action, shown, folded, heading }: QuickSpansProps) {
  return (
    <>
      <SpanLinks action={action} spans={shown} label="常看的时间" />
      {folded.length > 0 && (
        <details class="more-spans">
          <summary>
            {heading}（{folded.length} 个）
          </summary>
          <SpanLinks action={action} spans={folded} label={heading} />
        </details>
      )}
    </>
  )
}

function SpanLinks({ action, spans, label: name }: { action: string; spans: readonly NamedSpan[]; label: string }) {
  return (
    <ul class="quick" aria-label={name}>
      {spans.map(({ label, from, to }) => (
        <li key={`${label}-${from}`}>
          <a href={withParameters(action, { from, to })}>{label}</a>
        </li>
      ))}
    </ul>
  )
}

/** A day in words without its weekday, for links. */
export function shortDay(day: string): string {
  return writeDay(day).replace(/（.*$/, '')
}
