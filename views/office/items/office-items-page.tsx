import type { Violation } from '../../../src/domain/catalog-error.ts'
import { may } from '../../../src/domain/office/rights.ts'
import type { OfficeItemList, OfficeItemQuery } from '../../../src/use-cases/office/items/create-item-desk.ts'
import { withParameters } from '../../parts/links.ts'
import { ErrorSummary } from '../error-summary.tsx'
import { FormKey } from '../form-key.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ItemFilters } from './item-filters.tsx'
import { ItemTable } from './item-table.tsx'

interface OfficeItemsPageProps {
  frame: OfficeFrame
  list: OfficeItemList
  query: OfficeItemQuery
  /** What was just done with how many items. */
  done?: { what: 'theme' | 'review'; count: number } | undefined
  violations?: readonly Violation[]
  /** Items that were chosen when something was refused. */
  chosen?: readonly string[]
  comment?: string
}

const doneWords = { theme: '个事项加上了主题。', review: '个事项已请单位复核指南。' } as const

/** 事项清单 */
export function OfficeItemsPage(props: OfficeItemsPageProps) {
  const { frame, list, query, done, violations = [], chosen = [], comment = '' } = props
  const mayChoose = may(frame.actor, 'item.write') || may(frame.actor, 'item.askReview')
  return (
    <OfficeLayout frame={frame} title="事项清单" scripts={mayChoose ? ['bulk-choice.js'] : []}>
      <h1>事项清单</h1>
      <p class="quiet">{frame.agencyName ?? '全市'}，今天的目录，各种状态都在。</p>
      {done !== undefined && (
        <p class="notice" role="status">
          {done.count} {doneWords[done.what]}
        </p>
      )}
      <ErrorSummary violations={violations} />
      <ItemFilters frame={frame} list={list} query={query} />
      <p class="total" role="status">
        共 <b>{list.meta.total}</b> 个事项
      </p>
      {list.meta.total === 0 ? (
        <p class="notice">没有符合条件的事项。去掉一两个条件再看。</p>
      ) : mayChoose ? (
        <form method="post" action={actionOf(query, 'review')} data-bulk>
          <FormKey frame={frame} />
          <ItemTable list={list} chosen={chosen} />
          <BulkBar frame={frame} themes={list.themes} comment={comment} themeAction={actionOf(query, 'theme')} />
        </form>
      ) : (
        <ItemTable list={list} />
      )}
      <Pages list={list} query={query} />
    </OfficeLayout>
  )
}

/** Where the chosen items go; the filters stay. */
function actionOf(query: OfficeItemQuery, name: 'theme' | 'review'): string {
  return withParameters(`${officePaths.items}/${name}`, parametersOf(query))
}

/** The filters as an address carries them. */
function parametersOf({ q, filters, draft, guide, findings, page }: OfficeItemQuery) {
  return { q, ...filters, draft, guide, findings, page: page === 1 ? undefined : page }
}

function Pages({ list: { meta }, query }: Pick<OfficeItemsPageProps, 'list' | 'query'>) {
  const last = Math.max(1, Math.ceil(meta.total / meta.pageSize))
  if (last === 1 && meta.page === 1) return null
  const to = (page: number) => withParameters(officePaths.items, { ...parametersOf({ ...query, page }) })
  return (
    <nav class="pages" aria-label="分页">
      {meta.page > 1 && (
        <a href={to(Math.min(meta.page - 1, last))} rel="prev">
          ← 上一页
        </a>
      )}
      <span>
        第 {meta.page} 页，共 {last} 页
      </span>
      {meta.page < last && (
        <a href={to(meta.page + 1)} rel="next">
          下一页 →
        </a>
      )}
    </nav>
  )
}
