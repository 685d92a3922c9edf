import type { ComponentChildren } from 'preact'
import type { Violation } from '../../../src/domain/catalog-error.ts'
import { labels } from '../../../src/domain/labels.ts'
import type { DecisionNames } from '../../../src/use-cases/office/decisions/create-decision-desk.ts'
import { type FormValues, textAt } from '../../../src/web/office/form/form-values.ts'
import { rowCountOf } from '../../../src/web/office/form/row-count.ts'
import { fieldId } from '../error-summary.tsx'
import { ChoiceField, Field, type FieldProps } from '../fields.tsx'

interface RowsProps {
  values: FormValues
  violations: readonly Violation[]
}

/** Items that the decision brings in and that are not in the catalogue yet. */
export function CreatedItems({ values, violations, names }: RowsProps & { names: DecisionNames }) {
  return (
    <Rows
      list="/created"
      title="要新建的事项"
      hint="承接、新增、合并和拆分出来的事项，目录里还没有的，在这里写上；通过以后再写目录信息和指南。不要的一条清空。"
      values={values}
      violations={violations}
    >
      {(field) => (
        <>
          <Field {...field('code', '编码')} hint="单位代码、短横、三位数字" />
          <Field {...field('name', '名称')} />
          <ChoiceField
            {...field('agency', '实施机关')}
            none="请选择"
            options={Object.fromEntries(names.agencies.map(({ code, name }) => [code, name]))}
          />
          <ChoiceField {...field('type', '类型')} none="请选择" options={labels.type} />
        </>
      )}
    </Rows>
  )
}

/** Who was asked, and what was said. */
export function Consultations({ values, violations }: RowsProps) {
  return (
    <Rows
      list="/consultations"
      title="征求意见"
      hint="问了谁，怎么说。不要的一条清空。"
      values={values}
      violations={violations}
    >
      {(field) => (
        <>
          <Field {...field('body', '单位')} />
          <Field {...field('on', '日期')} type="date" />
          <Field {...field('opinion', '意见')} />
        </>
      )}
    </Rows>
  )
}

/** Active items of agencies before and after, as the paper states them. */
export function DeclaredCounts({ values, violations }: RowsProps) {
  return (
    <Rows
      list="/declaredCounts"
      title="文件写明的各单位项数"
      hint="文件写了的才填，和台账核对。"
      values={values}
      violations={violations}
    >
      {(field) => (
        <>
          <Field {...field('agency', '单位代码')} />
          <Field {...field('opening', '期初')} />
          <Field {...field('closing', '期末')} />
        </>
      )}
    </Rows>
  )
}

interface RowListProps extends RowsProps {
  list: string
  title: string
  hint: string
  children: (field: (name: string, label: string) => FieldProps) => ComponentChildren
}

/** Rows of a list and one more to be filled in. */
function Rows({ list, title, hint, values, violations, children }: RowListProps) {
  const written = rowCountOf(values, list)
  const rows = Array.from({ length: written + 1 }, (_, row) => row)
  return (
    <details class="small-rows" open={written > 0}>
      <summary id={fieldId(list)}>
        {title}
        {written > 0 && `（${written}）`}
      </summary>
      <p class="quiet">{hint}</p>
      {rows.map((row) => (
        <div key={row} class="field-row">
          {children((name, label) => ({
            name: `${list}/${row}/${name}`,
            label: `${label}`,
            value: textAt(values, `${list}/${row}/${name}`),
            violations,
          }))}
        </div>
      ))}
    </details>
  )
}
