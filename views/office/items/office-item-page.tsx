import { labels } from '../../../src/domain/labels.ts'
import { editionStateLabels, isOpen } from '../../../src/domain/office/edition.ts'
import { may } from '../../../src/domain/office/rights.ts'
import type { OfficeItem, WaitingRequest } from '../../../src/use-cases/office/items/create-item-desk.ts'
import { Day } from '../../parts/day.tsx'
import { ItemLife } from '../../parts/item-life.tsx'
import { paths } from '../../parts/links.ts'
import { State } from '../../parts/state.tsx'
import { FormKey } from '../form-key.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'
import { ItemFactList } from './item-fact-list.tsx'
import { ItemFindings } from './item-findings.tsx'

interface OfficeItemPageProps {
  frame: OfficeFrame
  known: OfficeItem
  /** Said on top after something was done. */
  notice?: string | undefined
}

/** One item as the office knows it: its place in the list, editions, requests, findings, life. */
export function OfficeItemPage({ frame, known, notice }: OfficeItemPageProps) {
  const { item, life, history, findings } = known
  return (
    <OfficeLayout frame={frame} title={item.name} crumbs={[{ label: '事项清单', href: officePaths.items }]}>
      <header class="item-head">
        <h1>{item.name}</h1>
        <p class="item-facts">
          <State state={item.state} />
          <span>
            {item.agencyName} · {labels.type[item.type]} · {item.code}
          </span>
          <a href={paths.item(item.code)}>公开的页面</a>
        </p>
      </header>
      {notice !== undefined && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <GuideEditions frame={frame} known={known} />
      <Requests frame={frame} known={known} />
      <ItemFactList frame={frame} known={known} />
      <ItemFindings findings={findings} />
      <ItemLife life={life} history={history} />
    </OfficeLayout>
  )
}

function GuideEditions({ frame, known: { item, editions } }: OfficeItemPageProps) {
  const open = editions.find(isOpen)
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">办事指南</h2>
      {item.guide === null && <p class="notice-line warn">这个事项还没有公开的指南。</p>}
      {editions.length === 0 ? (
        <p>{item.guide === null ? '也没有人开始写。' : '现在公开的是导入的内容，还没有在这里写过。'}</p>
      ) : (
        <ul class="edition-list">
          {editions.map((edition) => (
            <li key={edition.id}>
              <a href={officePaths.draft(edition.id)}>{edition.number === null ? '草稿' : `第 ${edition.number} 版`}</a>{' '}
              <span class="word">{editionStateLabels[edition.state]}</span>{' '}
              <span class="quiet">
                最后改动 <Day day={edition.updatedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {open === undefined && may(frame.actor, 'edition.start', { agency: item.agency }) && (
        <form method="post" action={officePaths.drafts}>
          <FormKey frame={frame} />
          <input type="hidden" name="item" value={item.code} />
          <button type="submit">起草下一版</button>
        </form>
      )}
    </section>
  )
}

function Requests({ frame, known: { item, requests } }: OfficeItemPageProps) {
  const mayAsk = may(frame.actor, 'item.askReview')
  if (requests.length === 0 && !mayAsk) return null
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">请求复核</h2>
      {requests.length === 0 ? <p>没有等着的请求。</p> : <RequestList requests={requests} />}
      {mayAsk && (
        <form method="post" action={`${officePaths.item(item.code)}/review`} class="stacked">
          <FormKey frame={frame} />
          <label for="comment">请{item.agencyName}复核指南，留言</label>
          <input id="comment" name="comment" maxLength={1000} autocomplete="off" />
          <button type="submit" class="secondary">
            {requests.length === 0 ? '请单位复核' : '换成这条留言'}
          </button>
        </form>
      )}
    </section>
  )
}

/** Requests that wait, each with its item where they are of several. */
export function RequestList({
  requests,
  withItems = false,
}: {
  requests: readonly WaitingRequest[]
  withItems?: boolean
}) {
  return (
    <ul class="request-list">
      {requests.map(({ item, name, at, comment }) => (
        <li key={item}>
          {withItems && (
            <>
              <a href={officePaths.item(item)}>{name}</a>{' '}
            </>
          )}
          <span class="quiet">
            审改办 <Day day={at} /> 提出
          </span>
          {comment !== null && <p class="comment">{comment}</p>}
        </li>
      ))}
    </ul>
  )
}
