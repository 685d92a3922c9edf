import type { DecisionAnswer, FacetCount, SiteOverview } from '../../src/use-cases/use-cases.ts'
import { ActionCounts } from '../parts/action-counts.tsx'
import { Day } from '../parts/day.tsx'
import { writeNumber } from '../parts/decision-words.tsx'
import { existingAgencies } from '../parts/existing-agencies.ts'
import { writeFraction } from '../parts/fraction.ts'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { Link } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import { SearchBox } from '../parts/search-box.tsx'

interface HomePageProps {
  frame: PageFrame
  overview: SiteOverview
  /** Newest first. */
  decisions: readonly DecisionAnswer[]
  today: string
}

/** Home: what this is, one search box, the ways in, the city's one-third figure. */
export function HomePage({ frame, overview, decisions, today }: HomePageProps) {
  const { totals } = overview
  return (
    <Layout
      frame={frame}
      title={`${frame.city}办事`}
      description={`${frame.city}行政审批事项和办事指南：要带什么、到哪里办、哪天有结果。`}
      search={false}
    >
      <section class="hero" aria-labelledby="hero-title">
        <h1 id="hero-title">办事之前，先看清楚</h1>
        <p class="lead">要带什么材料、到哪个窗口、收不收费，今天申请哪天有结果。</p>
        <SearchBox id="q" />
        <p class="hero-count">
          收录 <b>{totals.agencies}</b> 个部门的 <b>{totals.items}</b> 个事项，名称、俗称、拼音首字母都能搜。
        </p>
      </section>
      <div class="figures">
        <OneThird overview={overview} />
        <LastDecision decision={decisions[0]} />
      </div>
      <div class="ways">
        <Ways title="我是" name="audience" counts={overview.audiences} />
        <Ways title="我要办" name="theme" counts={overview.themes} />
        <Ways title="按事项类型" name="type" counts={overview.types} />
      </div>
      <section aria-labelledby="by-agency">
        <h2 id="by-agency">按部门找</h2>
        <ul class="agency-grid">
          {existingAgencies(overview.agencies, today).map((agency) => (
            <li key={agency.code}>
              <Link to={paths.agency(agency.code)}>
                <span>{agency.shortName ?? agency.name}</span>
                <span class="count">{agency.counts.byState.active ?? 0}</span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}

function Ways({
  title,
  name,
  counts,
}: {
  title: string
  name: 'audience' | 'theme' | 'type'
  counts: readonly FacetCount[]
}) {
  if (counts.length === 0) return null
  return (
    <section class={`way-${name}`} aria-labelledby={`ways-${name}`}>
      <h2 id={`ways-${name}`}>{title}</h2>
      <ul class="way-list">
        {counts.map(({ value, label, count }) => (
          <li key={value}>
            <Link to={paths.items} with={{ [name]: value }}>
              {label} <span class="count">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The newest decision and what it did. */
function LastDecision({ decision }: { decision: DecisionAnswer | undefined }) {
  if (decision === undefined) return null
  return (
    <section class="last-decision" aria-labelledby="last-decision">
      <h2 id="last-decision">最近一次调整目录</h2>
      <p class="last-title">
        <a href={paths.decision(decision.id)}>{decision.title}</a>
      </p>
      <p class="hint">
        {writeNumber(decision)}
        {decision.effectiveOn && (
          <>
            ，<Day day={decision.effectiveOn} />
            起施行
          </>
        )}
      </p>
      <ActionCounts actions={decision.actions} />
      <p>
        <a href={paths.decisions}>历次决定</a> · <a href={paths.difference}>两天对比</a> ·{' '}
        <a href={paths.ledger}>台账</a>
      </p>
    </section>
  )
}

function OneThird({ overview }: { overview: SiteOverview }) {
  const { ratio, promisedDays, statutoryDays, targetMet, items } = overview.compression
  if (ratio === null) return null
  const { numerator, denominator } = overview.policy.compression
  return (
    <section class="third" aria-labelledby="third-title">
      <h2 id="third-title">承诺时限是法定时限的</h2>
      <p class="third-figure">{(ratio * 100).toFixed(1)}%</p>
      <p>
        {items} 个事项，法律给 {Math.round(statutoryDays)} 个工作日，部门承诺 {Math.round(promisedDays)}{' '}
        个。目标是不超过{writeFraction(numerator, denominator)}，
        <strong>{targetMet ? '已经达到' : '还没有达到'}</strong>。<Link to={paths.compression}>看各部门</Link>
      </p>
    </section>
  )
}
