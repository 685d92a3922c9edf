import { type ComponentChildren, Fragment } from 'preact'
import type { FormSection } from '../../../src/web/office/form/form-sections.ts'
import { Field } from './field.tsx'
import type { FormState } from './form-state.ts'

interface GuideFieldsProps {
  sections: readonly FormSection[]
  state: FormState
  /** The flowchart, below the steps that it is drawn from. */
  chart?: ComponentChildren
}

/** The fields of a guide, section by section. */
export function GuideFields({ sections, state, chart }: GuideFieldsProps) {
  return (
    <>
      {sections.map(({ id, title, places }) => (
        <section key={id} class="form-section" id={`s-${id}`} aria-labelledby={`t-${id}`}>
          <h2 id={`t-${id}`}>{title}</h2>
          {places.map(({ name, node }) => (
            <Fragment key={name}>
              <Field node={node} name={name} state={state} isTitled={node.label === title} />
              {name === 'procedure.flows' && chart}
            </Fragment>
          ))}
        </section>
      ))}
      <datalist id="known-laws">
        {state.laws.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
    </>
  )
}

/** 目录: where each section is, and how many things are wrong in it. */
export function SectionList({ sections, state }: { sections: readonly FormSection[]; state: FormState }) {
  const count = (names: readonly string[]) =>
    [...state.lines]
      .filter(([name]) => names.some((top) => name === top || name.startsWith(`${top}.`)))
      .flatMap(([, lines]) => lines.filter(({ severity }) => severity === 'error')).length
  return (
    <nav class="section-list" aria-label="本页目录">
      <ol>
        {sections.map(({ id, title, places }) => {
          const errors = count(places.map(({ name }) => name))
          return (
            <li key={id}>
              <a href={`#s-${id}`}>{title}</a>
              <span class="section-count" data-section={id}>
                {errors > 0 && `${errors} 处错误`}
              </span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
