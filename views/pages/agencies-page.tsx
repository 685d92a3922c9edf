import { labels } from '../../src/domain/labels.ts'
import type { AgencySummary, ItemList } from '../../src/use-cases/use-cases.ts'
import type { PageFrame } from '../parts/frame.ts'
import { ItemRows } from '../parts/item-list.tsx'
import { Layout } from '../parts/layout.tsx'
import { paths, withParameters } from '../parts/links.ts'
import { ProvenanceWords } from '../parts/provenance-note.tsx'

/** All agencies in official order, grouped by whose they are. */
export function AgenciesPage({ frame, agencies }: { frame: PageFrame; agencies: readonly AgencySummary[] }) {
  const categories = ['municipal', 'central', 'provincial'] as const
  return (
    <Layout frame={frame} title="按部门找" crumbs={[]}>
      <h1>按部门找</h1>
      <p class="lead">{agencies.length} 个部门，数字是现在可以办的事项。</p>
      {categories.map((category) => {
        const own = agencies.filter((agency) => agency.category === category)
        if (own.length === 0) return null
        return (
          <section key={category} aria-labelledby={category}>
            <h2 id={category}>{labels.agencyCategory[category]}</h2>
            <ul class="agency-grid">
              {own.map((agency) => (
                <li key={agency.code}>
                  <a href={paths.agency(agency.code)}>
                    <span>{agency.name}</span>
                    <span class="count">{agency.counts.byState.active ?? 0}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Layout>
  )
}

/** One agency: what it is, and its items. */
export function AgencyPage({ frame, agency, list }: { frame: PageFrame; agency: AgencySummary; list: ItemList }) {
  const more = list.meta.total > list.data.length
  return (
    <Layout frame={frame} title={agency.name} crumbs={[{ label: '按部门找', href: paths.agencies }]}>
      <h1>{agency.name}</h1>
      <p class="item-facts">
        <span>{labels.agencyCategory[agency.category]}</span>
        {agency.shortName && <span>简称{agency.shortName}</span>}
        <ProvenanceWords {...agency.provenance} />
      </p>
      {agency.note && <p>{agency.note}</p>}
      {agency.successor && (
        <p class="notice-line">
          已由<a href={paths.agency(agency.successor)}>新的部门</a>接替。
        </p>
      )}
      <p class="total">
        共 <b>{list.meta.total}</b> 个可以办的事项 ·{' '}
        <a href={withParameters(paths.compression, { agency: agency.code })}>时限压缩情况</a>
      </p>
      <ItemRows items={list.data} withAgency={false} />
      {more && (
        <p class="pages">
          <a href={withParameters(paths.items, { agency: agency.code, page: 2, pageSize: list.meta.pageSize })}>
            看其余 {list.meta.total - list.data.length} 个事项
          </a>
        </p>
      )}
    </Layout>
  )
}
