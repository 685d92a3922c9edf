import { labels } from '../../src/domain/labels.ts'
import type { LegalBasis } from '../../src/schema/types.ts'
import { Link } from './link.tsx'
import { paths } from './links.ts'

/** Laws with their articles, what each supports, and whether somebody compared it with the text. */
export function LegalBases({ bases }: { bases: readonly LegalBasis[] }) {
  if (bases.length === 0) return <p>未注明。</p>
  return (
    <ul class="laws">
      {bases.map((basis) => (
        <li key={`${basis.law}-${basis.for}-${basis.articles.join()}`}>
          <span class="law">
            <Link to={paths.law(basis.law)}>《{basis.law}》</Link>
            {basis.articles.join('、')}
          </span>
          <span class="hint">
            {labels.basisFor[basis.for]} · {basis.verified ? '✓ 已核对条文' : '条文未核对'}
            {basis.textVersion && ` · ${basis.textVersion} 文本`}
          </span>
        </li>
      ))}
    </ul>
  )
}
