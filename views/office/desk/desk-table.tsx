import type { Violation } from '../../../src/domain/catalog-error.ts'
import { writeDuration } from '../../../src/domain/durations.ts'
import type { Desk, DeskRow } from '../../../src/use-cases/office/desk/compression-desk.ts'
import { Limit } from '../../parts/limit.tsx'
import { fieldId } from '../error-summary.tsx'
import { officePaths } from '../frame.ts'
import { writeDays } from './plan-totals.tsx'

interface DeskTableProps {
  desk: Desk
  typed: ReadonlyMap<string, string>
  violations: readonly Violation[]
}

/** A row for each promise over its target, with a field for another one. */
export function DeskTable({ desk, typed, violations }: DeskTableProps) {
  return (
    <div class="table-frame">
      <table class="office-table as-cards desk-table">
        <caption>超出目标的 {desk.rows.length} 项</caption>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">法定</th>
            <th scope="col">现在承诺</th>
            <th scope="col">少几天达标</th>
            <th scope="col">拟承诺</th>
            <th scope="col">照这样</th>
          </tr>
        </thead>
        <tbody>
          {desk.rows.map((row) => (
            <Row
              key={row.code}
              row={row}
              text={typed.get(row.code) ?? writeDuration(row.planned)}
              fault={violations.find(({ pointer }) => pointer === `/promise/${row.code}`)?.message}
              withAgency={desk.agency === null}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  row: DeskRow
  text: string
  fault: string | undefined
  withAgency: boolean
}

function Row({ row, text, fault, withAgency }: RowProps) {
  const name = `/promise/${row.code}`
  const id = fieldId(name)
  return (
    <tr data-code={row.code}>
      <th scope="row">
        <a href={officePaths.item(row.code)}>{row.name}</a>
        <span class="quiet code">
          {row.code}
          {withAgency && ` · ${row.agencyName}`}
        </span>
        {row.edition !== null && (
          <a class="quiet" href={officePaths.draft(row.edition)}>
            有草稿
          </a>
        )}
      </th>
      <td data-label="法定">
        <Limit limit={row.statutory} />
      </td>
      <td data-label="现在承诺">
        <Limit limit={row.promised} />
      </td>
      <td data-label="少几天达标">{writeDays(row.daysOff)} 个工作日</td>
      <td data-label="拟承诺" class="promise-cell">
        <label class="unseen" for={id}>
          {row.name}的拟承诺
        </label>
        <input
          id={id}
          name={name}
          value={text}
          autocomplete="off"
          aria-describedby={`${id}-error`}
          aria-invalid={fault === undefined ? undefined : 'true'}
        />
        <button
          type="submit"
          name="do"
          value={`longest-${row.code}`}
          class="plain"
          data-longest={writeDuration(row.longest)}
          aria-label={`最长 ${writeDuration(row.longest)}：${row.name}`}
        >
          最长 {writeDuration(row.longest)}
        </button>
        <p class="error" id={`${id}-error`}>
          {fault}
        </p>
      </td>
      <td data-label="照这样" data-state class={row.isPlannedMet ? 'met' : 'over'}>
        {plannedWords(row)}
      </td>
    </tr>
  )
}

/** Whether the planned promise meets the target, as a word with a shape. */
export function plannedWords({ isPlannedMet }: Pick<DeskRow, 'isPlannedMet'>): string {
  return isPlannedMet ? '✓ 达标' : '✕ 超出'
}
