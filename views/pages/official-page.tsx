import type { DecisionDetail } from '../../src/use-cases/use-cases.ts'
import { countItems, type Paper, PaperTables } from '../official/decision-tables.tsx'
import { writeNumber } from '../parts/decision-words.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { paths } from '../parts/links.ts'
import { PaperNote } from '../parts/paper-note.tsx'
import { ScrollArea } from '../parts/scroll-area.tsx'
import { shortDay } from '../parts/span-form.tsx'

interface OfficialPageProps {
  frame: PageFrame
  decision: DecisionDetail
  paper: Paper
}

/** One official paper of a decision, as it is printed: title, paper and day, ruled tables, notes. */
export function OfficialPage({ frame, decision, paper }: OfficialPageProps) {
  const items = paper.parts.reduce((sum, { holds }) => sum + countItems(decision.rows.filter(holds)), 0)
  return (
    <Layout
      frame={frame}
      title={paper.title}
      crumbs={[
        { label: '调整决定', href: paths.decisions },
        { label: decision.title, href: paths.decision(decision.id) },
      ]}
      paper
    >
      <article class="paper">
        <p class="screen-only hint">用浏览器的“打印”就能印成横排 A4，表头每页都有。</p>
        <h1>{paper.title}</h1>
        <p class="paper-facts">
          <span>{writeNumber(decision)}</span>
          {decision.adoptedBy && (
            <span>
              {decision.adoptedBy}
              {decision.adoptedOn && `（${shortDay(decision.adoptedOn)}）`}审议通过
            </span>
          )}
          {decision.effectiveOn && <span>{shortDay(decision.effectiveOn)}起施行</span>}
          <span>共 {items} 项</span>
        </p>
        {decision.stage === 'revoked' && <p class="notice-line warn">这个决定已经撤销，本目录不再有效。</p>}
        <ScrollArea label={paper.title}>
          <PaperTables decision={decision} paper={paper} />
        </ScrollArea>
        <PaperNote provenance={decision.provenance} address={`${frame.origin}${frame.url}`}>
          “—”表示没有这项内容。设定依据只列设定事项的条文。
        </PaperNote>
      </article>
    </Layout>
  )
}
