import { labels } from '../../src/domain/labels.ts'
import type { AgencySummary, ItemList } from '../../src/use-cases/use-cases.ts'
import { type DayChoice, DayPicker } from '../parts/day-picker.tsx'
import { existingAgencies } from '../parts/existing-agencies.ts'
import type { PageFrame } from '../parts/frame.ts'
import { ItemRows } from '../parts/item-list.tsx'
import { Layout } from '../parts/layout.tsx'
import { Link } from '../parts/link.tsx'
import { paths, withParameters } from '../parts/links.ts'
import { ProvenanceWords } from '../parts/provenance-note.tsx'

interface AgenciesPageProps {
  frame: PageFrame
  agencies: readonly AgencySummary[]
  choice: DayChoice
}

/** All agencies in official order, grouped by whose they are. */
export function AgenciesPage({ frame, agencies: known, choice }: AgenciesPageProps) {
  const agencies = existingAgencies(known, frame.asOf ?? choice.today)
  const categories = ['municipal', 'central', 'provincial'] as const
  return (
    <Layout frame={frame} title="按部门找" crumbs={[]}>
      <h1>按部门找</h1>
      <p class="lead">
        {agencies.length} 个部门，数字是{frame.asOf === null ? '现在' : '那天'}可以办的事项。
      </p>
      <DayPicker url={frame.url} asOf={frame.asOf} choice={choice} />
      {categories.map((category) => {
        const own = agencies.filter((agency) => agency.category === category)
        if (own.length === 0) return null
        return (
          <section key={category} aria-labelledby={category}>
            <h2 id={category}>{labels.agencyCategory[category]}</h2>
            <ul class="agency-grid">
              {own.map((agency) => (
                <li key={agency.code}>
                  <Link to={paths.agency(agency.code)}>
                    <span>{agency.name}</span>
                    <span class="count">{agency.counts.byState.active ?? 0}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </Layout>
  )
}

interface AgencyPageProps {
  frame: PageFrame
  agency: AgencySummary
  list: ItemList
  choice: DayChoice
}

/** One agency: what it is, and its items. */
export function AgencyPage({ frame, agency, list, choice }: AgencyPageProps) {
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
          已由<Link to={paths.agency(agency.successor)}>新的部门</Link>接替。
        </p>
      )}
      <DayPicker url={frame.url} asOf={frame.asOf} choice={choice} />
      <p class="total">
        共 <b>{list.meta.total}</b> 个可以办的事项 ·{' '}
        <Link to={paths.compression} with={{ agency: agency.code }}>
          时限压缩情况
        </Link>{' '}
        · <a href={withParameters(paths.ledger, { agency: agency.code })}>台账</a> ·{' '}
        <Link to={paths.findings} with={{ agency: agency.code }}>
          规则检查
        </Link>{' '}
        ·{' '}
        <Link to={paths.directory} with={{ agency: agency.code }}>
          打印保留目录
        </Link>
      </p>
      <ItemRows items={list.data} withAgency={false} />
      {more && (
        <p class="pages">
          <Link to={paths.items} with={{ agency: agency.code, page: 2, pageSize: list.meta.pageSize }}>
            看其余 {list.meta.total - list.data.length} 个事项
          </Link>
        </p>
      )}
    </Layout>
  )
}
