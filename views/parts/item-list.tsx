import { labels } from '../../src/domain/labels.ts'
import type { ItemSummary } from '../../src/use-cases/use-cases.ts'
import { Limit } from './limit.tsx'
import { Link } from './link.tsx'
import { paths } from './links.ts'
import { State } from './state.tsx'

/** Items as a list to choose from: the name first, then what helps to choose. */
export function ItemRows({ items, withAgency = true }: { items: readonly ItemSummary[]; withAgency?: boolean }) {
  return (
    <ol class="rows">
      {items.map((item) => (
        <li key={item.code}>
          <Link class="row-name" to={paths.item(item.code)}>
            {item.name}
          </Link>
          <p class="row-facts">
            {withAgency && <span>{item.agencyName}</span>}
            <span>{labels.type[item.type]}</span>
            <span>{item.audiences.map((audience) => labels.audience[audience]).join('、')}</span>
            {item.state !== 'active' && <State state={item.state} />}
          </p>
          <p class="row-limits">
            <span>
              承诺 <Limit limit={item.promisedTimeLimit} />
            </span>
            <span>
              法定 <Limit limit={item.statutoryTimeLimit} />
            </span>
            {item.hasFee !== null && <span>{item.hasFee ? '收费' : '不收费'}</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
