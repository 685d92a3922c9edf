import { labels } from '../../src/domain/labels.ts'
import type { ItemDetail, LifeEntry, RelatedItem } from '../../src/use-cases/use-cases.ts'
import { Day } from './day.tsx'
import { DecisionLink } from './decision-words.tsx'
import { Link } from './link.tsx'
import { paths, withParameters } from './links.ts'
import { State } from './state.tsx'

interface StandingProps {
  item: ItemDetail
  life: readonly LifeEntry[]
}

/** Said on top when the item is not simply in use: planned, suspended or narrowed. */
export function StandingNotice({ item, life }: StandingProps) {
  if (item.state === 'planned') return <Planned item={item} life={life} />
  return (
    <>
      {item.state === 'suspended' && (
        <p class="notice-line warn">
          <strong>这个事项暂停办理</strong>
          {item.suspendedUntil === null ? '，什么时候恢复还没有定。' : '，到'}
          {item.suspendedUntil !== null && (
            <>
              <Day day={item.suspendedUntil} />
              为止。
            </>
          )}
          <Behind item={item} />
        </p>
      )}
      {item.kept !== null && (
        <p class="notice-line">
          <strong>市级只办一部分</strong>：{item.kept}。
          {item.receivers.length > 0 && `其余的到${item.receivers.map(({ name }) => name).join('、')}办。`}
        </p>
      )}
    </>
  )
}

function Planned({ item, life }: StandingProps) {
  const coming = life.find(({ day, after }) => day > item.asOf && after.state === 'active')
  return (
    <p class="notice-line">
      <strong>还没有开始办理。</strong>
      {coming === undefined ? (
        '有决定要把它列入目录，还没有定从哪天起。'
      ) : (
        <>
          从
          <Day day={coming.day} />
          起办理，依据是
          <DecisionLink decision={coming.decision} row={coming.row} />。
        </>
      )}
    </p>
  )
}

function Behind({ item }: { item: ItemDetail }) {
  if (item.decision === null) return null
  return (
    <>
      依据是
      <DecisionLink decision={item.decision} />。
    </>
  )
}

interface GoneProps {
  item: ItemDetail
  /** Items in which it lives on: the ones it went into, and the last of each line. */
  heirs: readonly RelatedItem[]
  /** Its last day in the catalogue; `null`: not known. */
  lastDay: string | null
}

/** The item is gone: since when, by which decision, and where to go now. */
export function GoneNotice({ item, heirs, lastDay }: GoneProps) {
  return (
    <section class="gone" aria-labelledby="gone">
      <h2 id="gone">
        这个事项{labels.state[item.state]}
        {item.state === 'internal' && '，不再受理个人和单位的申请'}
      </h2>
      <p>
        {item.since && (
          <>
            从
            <Day day={item.since} />
            起，市里不再办理。
          </>
        )}
        <Behind item={item} />
      </p>
      <WhereNow item={item} heirs={heirs} />
      {lastDay && (
        <p>
          <a href={withParameters(paths.item(item.code), { asOf: lastDay })}>看它最后一天的办事指南</a>
          （只供查考，不能照办）
        </p>
      )}
    </section>
  )
}

function WhereNow({ item, heirs }: Pick<GoneProps, 'item' | 'heirs'>) {
  const receivers = item.receivers.map(({ name }) => name).join('、')
  if (heirs.length > 0) {
    return (
      <>
        <p>
          <strong>现在请办：</strong>
        </p>
        <ul class="heirs">
          {heirs.map((heir) => (
            <li key={heir.code}>
              <Link class="heir" to={paths.item(heir.code)}>
                {heir.name}
              </Link>{' '}
              <span class="hint">{heir.agencyName}</span>
              {heir.state !== 'active' && <State state={heir.state} />}
            </li>
          ))}
        </ul>
      </>
    )
  }
  if (receivers !== '') {
    return (
      <p>
        <strong>现在请到{receivers}办理。</strong>
        {item.receivedAs === 'entrusted' && '（受市里委托办理，责任仍在市里）'}
      </p>
    )
  }
  if (item.state === 'cancelled') return <p>取消以后不需要再办这项审批，也没有哪个部门可以换个名目要求办。</p>
  return null
}
