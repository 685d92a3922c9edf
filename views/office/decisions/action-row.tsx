import type { Violation } from '../../../src/domain/catalog-error.ts'
import type { Action } from '../../../src/domain/decisions/standing.ts'
import { labels } from '../../../src/domain/labels.ts'
import { type ActionField, actionFields, leadingFields } from '../../../src/domain/office/action-fields.ts'
import type { DecisionNames } from '../../../src/use-cases/office/decisions/create-decision-desk.ts'
import { type FormValues, textAt } from '../../../src/web/office/form/form-values.ts'
import { fieldId } from '../error-summary.tsx'
import { ChoiceField, Field, TickFields, violationsAt } from '../fields.tsx'

interface ActionRowProps {
  /** Position, from 0. */
  row: number
  /** How many rows there are. */
  of: number
  values: FormValues
  violations: readonly Violation[]
  names: DecisionNames
}

/** One row of a decision: what happens to what in front, everything else folded away. */
export function ActionRow({ row, of, values, violations, names }: ActionRowProps) {
  const base = `/actions/${row}`
  const action = textAt(values, `${base}/action`)
  if (!isKind(action)) return null
  const fields = actionFields[action]
  const front = leadingFields(action)
  const more = fields.slice(front)
  const isSaid = ({ name, input }: ActionField) => input !== 'scope' && textAt(values, `${base}/${name}`) !== ''
  const isOpen = more.some((field) => isSaid(field) || violationsAt(violations, `${base}/${field.name}`).length > 0)
  const part = { base, values, violations, names }
  return (
    <fieldset class="action-row" id={`row-${row + 1}`} tabIndex={-1}>
      <legend>
        第 {row + 1} 行 · {labels.action[action]}
      </legend>
      <input type="hidden" name={`${base}/action`} value={action} />
      <RowItemName base={base} values={values} names={names} />
      <div class="field-row">
        {fields.slice(0, front).map((field) => (
          <RowField key={field.name} field={field} {...part} />
        ))}
      </div>
      {more.length > 0 && (
        <details open={isOpen}>
          <summary>{more.map(({ label }) => label).join('、')}</summary>
          <div class="field-row">
            {more.map((field) => (
              <RowField key={field.name} field={field} {...part} />
            ))}
          </div>
        </details>
      )}
      <RowButtons row={row} of={of} />
    </fieldset>
  )
}

function isKind(text: string): text is Action['action'] {
  return Object.hasOwn(actionFields, text)
}

/** What the item is called whose code is written. */
function RowItemName({ base, values, names }: Pick<ActionRowProps, 'values' | 'names'> & { base: string }) {
  const item = names.items.find(({ code }) => code === textAt(values, `${base}/item`))
  if (item === undefined) return null
  return (
    <p class="row-item">
      {item.name} <span class="quiet">{item.agency}</span>
    </p>
  )
}

interface RowFieldProps extends Pick<ActionRowProps, 'values' | 'violations' | 'names'> {
  base: string
  field: ActionField
}

function RowField({ base, field: { name, label, input }, values, violations, names }: RowFieldProps) {
  const own = { name: `${base}/${name}`, label, value: textAt(values, `${base}/${name}`), violations }
  switch (input) {
    case 'item':
      return <Field {...own} hint="编码或全名" list="all-items" />
    case 'items':
      return <Field {...own} hint="编码，几个用顿号隔开" />
    case 'regions':
      return (
        <TickFields
          name={own.name}
          label={label}
          options={names.regions.map(({ code }) => code)}
          words={Object.fromEntries(names.regions.map((region) => [region.code, region.name]))}
          chosen={values.get(own.name) ?? []}
          violations={violations}
        />
      )
    case 'agency':
      return (
        <ChoiceField
          {...own}
          none="请选择"
          options={Object.fromEntries(names.agencies.map((agency) => [agency.code, agency.name]))}
        />
      )
    case 'type':
      return <ChoiceField {...own} none="请选择" options={labels.type} />
    case 'mode':
      return <ChoiceField {...own} none="没有写明" options={labels.handoverMode} />
    case 'scope':
      return <ChoiceField {...own} options={{ full: '全部', partial: '一部分' }} />
    case 'day':
      return <Field {...own} type="date" />
    default:
      return <Field {...own} />
  }
}

function RowButtons({ row, of }: Pick<ActionRowProps, 'row' | 'of'>) {
  const button = (verb: string, words: string) => (
    <button type="submit" name="do" value={`${verb}-${row}`} class="plain" aria-label={`第 ${row + 1} 行：${words}`}>
      {words}
    </button>
  )
  return (
    <div class="row-actions" id={fieldId(`/actions/${row}`)}>
      {row > 0 && button('up', '上移')}
      {row < of - 1 && button('down', '下移')}
      {button('remove', '删去这一行')}
    </div>
  )
}
