import { dayBefore } from '../../src/domain/days.ts'
import type { AgencySummary, DecisionDetail } from '../../src/use-cases/use-cases.ts'
import { layouts } from '../official/layouts.ts'
import { ActionCounts } from '../parts/action-counts.tsx'
import { Day } from '../parts/day.tsx'
import { DecisionFacts, DeclaredTotals } from '../parts/decision-facts.tsx'
import { DecisionRows } from '../parts/decision-rows.tsx'
import { Stage, writeNumber } from '../parts/decision-words.tsx'
import { EffectTables } from '../parts/effect-table.tsx'
import { Findings } from '../parts/findings.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { paths, withParameters } from '../parts/links.ts'
import { ProvenanceWords } from '../parts/provenance-note.tsx'
import { writeSource } from '../parts/source-words.ts'

interface DecisionPageProps {
  frame: PageFrame
  decision: DecisionDetail
  /** In official order. */
  agencies: readonly AgencySummary[]
}

/** One decision: what, who, when, why, its rows, and what it did to the numbers. */
export function DecisionPage({ frame, decision, agencies }: DecisionPageProps) {
  return (
    <Layout
      frame={frame}
      title={decision.title}
      description={`${decision.title}（${writeNumber(decision)}）`}
      crumbs={[{ label: '调整决定', href: paths.decisions }]}
    >
      <article class="decision">
        <header class="item-head">
          <h1>{decision.title}</h1>
          <p class="item-facts">
            <Stage stage={decision.stage} />
            <ProvenanceWords {...decision.provenance} />
          </p>
          <Standing decision={decision} />
          <ActionCounts actions={decision.actions} />
        </header>
        <DecisionFacts decision={decision} />
        <Tables decision={decision} />
        <DeclaredTotals decision={decision} />
        <Effect decision={decision} agencies={agencies} />
        <Findings findings={decision.findings} />
        <DecisionRows rows={decision.rows} />
        <section aria-labelledby="provenance" class="provenance">
          <h2 id="provenance">这页内容的来历</h2>
          <p>
            <ProvenanceWords {...decision.provenance} />。{decision.provenance.note}
          </p>
          {decision.provenance.source && <p>出处：{writeSource(decision.provenance.source)}</p>}
          <p>
            <a href={paths.aboutData}>数据说明</a>
          </p>
        </section>
      </article>
    </Layout>
  )
}

/** Said on top when the decision does not hold: revoked, or not in force yet. */
function Standing({ decision: { stage, revokedOn, effectiveOn } }: { decision: DecisionDetail }) {
  if (stage === 'revoked') {
    return (
      <p class="notice-line warn">
        <strong>这个决定已经撤销</strong>
        {revokedOn === null ? (
          '，当作从来没有施行过。'
        ) : (
          <>
            ，从
            <Day day={revokedOn} />
            起不再有效。
          </>
        )}
      </p>
    )
  }
  return effectiveOn === null ? <p class="notice-line">这个决定还没有施行日期，目录没有因为它改动。</p> : null
}

function Tables({ decision }: { decision: DecisionDetail }) {
  const present = layouts.filter((layout) => decision.rows.some(layout.holds))
  if (present.length === 0) return null
  const isAdjusted = present.some(({ id }) => id !== 'cancel')
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">公文格式的目录，可以打印</h2>
      <ul class="link-list">
        {present.some(({ id }) => id === 'cancel') && (
          <li>
            <a href={paths.decisionTable(decision.id, 'cancelled')}>取消的行政审批项目目录</a>
          </li>
        )}
        {isAdjusted && (
          <li>
            <a href={paths.decisionTable(decision.id, 'adjusted')}>调整的行政审批项目目录</a>
          </li>
        )}
        {present.map(({ id, verb }) => (
          <li key={id}>
            <a href={paths.decisionTable(decision.id, id)}>{verb}目录</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Effect({ decision, agencies }: { decision: DecisionDetail; agencies: readonly AgencySummary[] }) {
  const { effect, effectiveOn } = decision
  if (effect === null || effectiveOn === null) return null
  return (
    <section aria-labelledby="effect">
      <h2 id="effect">施行前后的数字</h2>
      <EffectTables {...effect} agencies={agencies} heads={['施行前', '施行后']} />
      <p>
        <a href={withParameters(paths.difference, { from: dayBefore(effectiveOn), to: effectiveOn })}>前后逐项对比</a> ·{' '}
        <a href={withParameters(paths.ledger, { from: effectiveOn, to: effectiveOn })}>当天的台账</a> ·{' '}
        <a href={withParameters(paths.items, { asOf: effectiveOn })}>施行当天的目录</a>
      </p>
    </section>
  )
}
