import type { ItemDetail } from '../../src/use-cases/use-cases.ts'
import { Limit } from './limit.tsx'

/** 承诺 ｜ 法定 ｜ 跑动 ｜ 收费: the four things people ask first. */
export function SummaryStrip({ item }: { item: ItemDetail }) {
  const { guide } = item
  return (
    <dl class="strip">
      <div>
        <dt>承诺</dt>
        <dd>
          <Limit limit={item.promisedTimeLimit} />
        </dd>
      </div>
      <div>
        <dt>法定</dt>
        <dd>
          <Limit limit={item.statutoryTimeLimit} />
        </dd>
      </div>
      <div>
        <dt>跑动</dt>
        <dd>{typeof guide?.visits === 'number' ? (guide.visits === 0 ? '不用跑' : `${guide.visits} 次`) : '未注明'}</dd>
      </div>
      <div>
        <dt>收费</dt>
        <dd>{guide ? (guide.fees.length > 0 ? '收费' : '不收费') : '未注明'}</dd>
      </div>
    </dl>
  )
}
