import type { Violation } from '../../../src/domain/catalog-error.ts'
import { labels } from '../../../src/domain/labels.ts'
import { type FormValues, textAt } from '../../../src/web/office/form/form-values.ts'
import { fieldId } from '../error-summary.tsx'
import { Field, violationsAt } from '../fields.tsx'

interface HeadProps {
  values: FormValues
  violations: readonly Violation[]
}

/** What the decision is as a paper. */
export function DecisionHeadFields({ values, violations }: HeadProps) {
  const field = (name: string, label: string, hint?: string) => ({
    name: `/${name}`,
    label,
    value: textAt(values, `/${name}`),
    violations,
    ...(hint === undefined ? {} : { hint }),
  })
  return (
    <section aria-labelledby="head">
      <h2 id="head">文件</h2>
      <Field {...field('title', '标题')} />
      <Field {...field('issuer', '制定机关')} />
      <Field {...field('basis', '上级依据', '一行一个')} isLong />
      <div class="field-row">
        <Field {...field('adoptedOn', '审议通过的日期')} type="date" />
        <Field {...field('adoptedBy', '审议的会议', '例如市政府第17次常务会议')} />
      </div>
      <div class="field-row">
        <Field {...field('effectiveOn', '施行日期', '目录从这一天零时起改动')} type="date" />
        <Field {...field('effectiveNote', '施行早于审议的原因')} />
      </div>
      <div class="field-row">
        <Field {...field('documentNumber', '文号', '例如潭政发〔2015〕6号；没有公布的空着')} />
        <Field {...field('publishedOn', '公布日期')} type="date" />
      </div>
      <Field {...field('inTransit', '施行前已受理的申请怎么办')} />
      <DeclaredFields values={values} violations={violations} />
    </section>
  )
}

/** What the paper says of its totals; each is held against the rows. */
function DeclaredFields({ values, violations }: HeadProps) {
  const own = violationsAt(violations, '/declared')
  return (
    <fieldset class="declared-fields" id={fieldId('/declared')} tabIndex={-1}>
      <legend>文件写明的项数</legend>
      <p class="quiet">文件没有写的空着；写了的，和逐行数的核对。</p>
      {own.map(({ pointer, message }) => (
        <p key={pointer + message} class="error">
          {message}
        </p>
      ))}
      <div class="number-fields">
        {Object.entries(labels.action).map(([kind, words]) => {
          const name = `/declared/${kind}`
          return (
            <div key={kind} class="field">
              <label for={fieldId(name)}>{words}</label>
              <input
                id={fieldId(name)}
                name={name}
                inputMode="numeric"
                value={textAt(values, name)}
                autocomplete="off"
                {...(violationsAt(violations, name).length > 0 ? { 'aria-invalid': 'true' as const } : {})}
              />
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
