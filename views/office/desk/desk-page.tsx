import type { Violation } from '../../../src/domain/catalog-error.ts'
import type { GainOrder } from '../../../src/domain/compression-desk.ts'
import { may } from '../../../src/domain/office/rights.ts'
import type { Desk } from '../../../src/use-cases/office/desk/compression-desk.ts'
import type { PlanOutcome } from '../../../src/use-cases/office/desk/save-plan.ts'
import type { AgencySummary } from '../../../src/use-cases/use-cases.ts'
import { paths, withParameters } from '../../parts/links.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { FormKey } from '../form-key.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'
import { DeskTable } from './desk-table.tsx'
import { PlanOutcomes } from './plan-outcomes.tsx'
import { PlanTotals } from './plan-totals.tsx'

interface DeskPageProps {
  frame: OfficeFrame
  desk: Desk
  order: GainOrder
  agencies: readonly AgencySummary[]
  /** Promises as they were typed, by code. */
  typed: ReadonlyMap<string, string>
  violations?: readonly Violation[]
  outcomes?: readonly PlanOutcome[]
}

/** 压缩台: promises over their target, and what another promise would make of the totals. */
export function DeskPage(props: DeskPageProps) {
  const { frame, desk, order, typed, violations = [], outcomes } = props
  const query = { agency: frame.actor.agency === null ? (desk.agency ?? undefined) : undefined, order }
  const to = (name: string) => withParameters(`${officePaths.desk}/${name}`, query)
  return (
    <OfficeLayout frame={frame} title="压缩台" scripts={['desk.js']}>
      <h1>压缩台</h1>
      <p>
        承诺超出目标的事项。改“拟承诺”就能看到合计怎么变；先是试算，存成草稿以后，由单位走审核再公开。
        <a href={withParameters(paths.compression, { agency: desk.agency ?? undefined })}>公开的压缩情况</a>
      </p>
      <ErrorSummary violations={violations} />
      {outcomes !== undefined && <PlanOutcomes outcomes={outcomes} />}
      <DeskFilter {...props} />
      <div class="editor-columns">
        <div>
          {desk.rows.length === 0 ? (
            <p class="notice">没有超出目标的事项。</p>
          ) : (
            <form method="post" action={to('try')} data-desk noValidate>
              <FormKey frame={frame} />
              <button type="submit" class="unseen" tabIndex={-1} aria-hidden="true">
                试算
              </button>
              <DeskTable desk={desk} typed={typed} violations={violations} />
              <div class="row-actions desk-buttons">
                <button type="submit">试算</button>
                <button type="submit" name="do" value="longest" class="secondary">
                  全部改到达标的最长承诺
                </button>
                {may(frame.actor, 'desk.save') && (
                  <button type="submit" class="secondary" formaction={to('save')}>
                    存成草稿
                  </button>
                )}
              </div>
              <p class="quiet">存成草稿：改了的每一项，在它指南的草稿里写上拟承诺；没有草稿的，起草新的一版。</p>
            </form>
          )}
        </div>
        <aside class="verdict" aria-label="合计" aria-live="polite" data-desk-totals>
          <PlanTotals desk={desk} />
        </aside>
      </div>
    </OfficeLayout>
  )
}

const orderWords: Readonly<Record<GainOrder, string>> = {
  least: '差得最少的在前（最容易达标）',
  most: '超出最多的在前（对合计影响最大）',
}

function DeskFilter({ frame, desk, order, agencies }: DeskPageProps) {
  return (
    <form method="get" action={officePaths.desk} class="filters desk-filters">
      {frame.actor.agency === null && (
        <div class="field">
          <label for="agency">单位</label>
          <select id="agency" name="agency">
            <option value="">全市</option>
            {agencies.map(({ code, name }) => (
              <option key={code} value={code} selected={code === desk.agency}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for="order">排列</label>
        <select id="order" name="order">
          {Object.entries(orderWords).map(([value, words]) => (
            <option key={value} value={value} selected={value === order}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <div class="filter-buttons">
        <button type="submit" class="secondary">
          看
        </button>
      </div>
    </form>
  )
}
