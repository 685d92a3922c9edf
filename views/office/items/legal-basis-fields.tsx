import type { Violation } from '../../../src/domain/catalog-error.ts'
import { type FormValues, textAt } from '../../../src/web/office/form/form-values.ts'
import { rowCountOf } from '../../../src/web/office/form/row-count.ts'
import { fieldId } from '../error-summary.tsx'
import { ChoiceField, Field, type FieldProps } from '../fields.tsx'

/** What a legal basis is for. */
const purposes = { item: '设定事项', limit: '时限', fee: '收费', condition: '条件', material: '材料' } as const

/** Rows kept free for more. */
const spare = 2

/** The legal bases, a row each; a row without a title is left out. */
export function LegalBasisFields({ values, violations }: { values: FormValues; violations: readonly Violation[] }) {
  const rows = Array.from({ length: rowCountOf(values, '/legalBases') + spare }, (_, row) => row)
  return (
    <fieldset class="row-fields" id={fieldId('/legalBases')} tabIndex={-1}>
      <legend>设定依据</legend>
      <p class="quiet">不要的一条，把名称清空；名称要在法律依据登记册里。</p>
      {rows.map((row) => {
        const base = `/legalBases/${row}`
        const field = (name: string, label: string): FieldProps => ({
          name: `${base}/${name}`,
          label,
          value: textAt(values, `${base}/${name}`),
          violations,
        })
        return (
          <div key={row} class="field-row">
            <Field {...field('law', `第 ${row + 1} 条依据的名称`)} list="all-laws" />
            <Field {...field('articles', '条款，例如第三条、第十条')} />
            <ChoiceField {...field('for', '用来证明')} options={purposes} />
            <input type="hidden" name={`${base}/textVersion`} value={textAt(values, `${base}/textVersion`)} />
            <label class="tick">
              <input
                type="checkbox"
                name={`${base}/verified`}
                value="yes"
                checked={textAt(values, `${base}/verified`) === 'yes'}
              />
              <span>条文已核对</span>
            </label>
          </div>
        )
      })}
    </fieldset>
  )
}
