import type { DecisionAnswer } from '../../src/use-cases/use-cases.ts'
import { ActionCounts } from '../parts/action-counts.tsx'
import { Day } from '../parts/day.tsx'
import { Stage, writeNumber } from '../parts/decision-words.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { paths } from '../parts/links.ts'

/** All decisions, newest first. */
export function DecisionsPage({ frame, decisions }: { frame: PageFrame; decisions: readonly DecisionAnswer[] }) {
  return (
    <Layout
      frame={frame}
      title="调整决定"
      description={`${frame.city}取消、下放、承接、合并行政审批事项的历次决定。`}
      crumbs={[]}
    >
      <h1>调整决定</h1>
      <p class="lead">
        目录里的每一处变化，都出自这里的一个决定。想看两天之间差在哪里，用<a href={paths.difference}>两天对比</a>
        ；想看数字怎么变，看<a href={paths.ledger}>台账</a>。
      </p>
      {decisions.length === 0 && <p class="notice">还没有任何调整决定，目录从来没有变过。</p>}
      <ol class="rows decisions">
        {decisions.map((decision) => (
          <Entry key={decision.id} decision={decision} />
        ))}
      </ol>
    </Layout>
  )
}

function Entry({ decision }: { decision: DecisionAnswer }) {
  return (
    <li>
      <a class="row-name" href={paths.decision(decision.id)}>
        {decision.title}
      </a>
      <p class="row-facts">
        <Stage stage={decision.stage} />
        <span>{writeNumber(decision)}</span>
        <span>{decision.adoptedBy ?? decision.issuer}</span>
        <span>
          {decision.effectiveOn === null ? (
            '还没有定施行日期'
          ) : (
            <>
              <Day day={decision.effectiveOn} />
              起施行
            </>
          )}
        </span>
      </p>
      <ActionCounts actions={decision.actions} />
    </li>
  )
}
