import { labels } from '../../src/domain/labels.ts'
import { type EditionState, editionStateLabels } from '../../src/domain/office/edition.ts'
import type {
  Flowchart,
  HistoryEntry,
  ItemDetail,
  LifeEntry,
  PublicEdition,
  RelatedItem,
} from '../../src/use-cases/use-cases.ts'
import { Day } from '../parts/day.tsx'
import { type DueAsked, DueForm } from '../parts/due-answer.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { GuideEnd, GuideStart } from '../parts/guide-sections.tsx'
import { ItemLife } from '../parts/item-life.tsx'
import { GoneNotice, StandingNotice } from '../parts/item-standing.tsx'
import { Layout } from '../parts/layout.tsx'
import { LegalBases } from '../parts/legal-bases.tsx'
import { Link } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import type { SafeHtml } from '../parts/markdown.tsx'
import { ProvenanceNote, ProvenanceWords, SectionMark } from '../parts/provenance-note.tsx'
import { State } from '../parts/state.tsx'
import { FlowchartFigure, InlineFlowchart, Steps } from '../parts/steps.tsx'
import { SummaryStrip } from '../parts/summary-strip.tsx'
import { TimeLimits } from '../parts/time-limits.tsx'

export interface ItemPageProps {
  frame: PageFrame
  item: ItemDetail
  /** `null`: nobody can apply for it on the day shown. */
  asked: DueAsked | null
  /** `null`: the item has no procedure. */
  flowchart: Flowchart | null
  /** `null`: it cannot be read at present. */
  history: readonly HistoryEntry[] | null
  /** What decisions made of it, oldest first. */
  life: readonly LifeEntry[]
  /** `null`: it is in the catalogue, or is yet to come. */
  gone: { heirs: readonly RelatedItem[]; lastDay: string | null } | null
  /** Shown before its publication: where the edition stands; absent: it is the published one. */
  preview?: { state: EditionState }
  /** An edition of the guide as it was published; absent: the present one. */
  edition?: PublicEdition
  /** What was ever published, newest first; absent: it came by import and stayed so. */
  editions?: readonly PublicEdition[]
  /** Turns the Markdown of a guide into cleaned HTML. */
  prose: (markdown: string) => SafeHtml
}

/** One item, in the order in which people ask. */
export function ItemPage(props: ItemPageProps) {
  const { frame, item, asked, gone } = props
  return (
    <Layout
      frame={frame}
      title={item.name}
      description={`${item.name}：材料、流程、时限、收费。${item.agencyName}办理。`}
      crumbs={[{ label: item.agencyName, href: paths.agency(item.agency) }]}
    >
      <article class="item">
        {props.preview && <PreviewNotice state={props.preview.state} />}
        {props.edition && <EditionNotice edition={props.edition} />}
        <Head item={item} life={props.life} />
        {gone !== null && <GoneNotice item={item} {...gone} />}
        {asked !== null && <DueForm code={item.code} asked={asked} />}
        {gone === null && <HowTo {...props} />}
        <section aria-labelledby="legal">
          <h2 id="legal">设定依据</h2>
          <LegalBases bases={item.legalBases} />
        </section>
        <ItemLife life={props.life} history={props.history} />
        <section aria-labelledby="provenance" class="provenance">
          <h2 id="provenance">这页内容的来历</h2>
          <ProvenanceNote
            provenance={item.provenance}
            checkedOn={item.guide?.checkedOn ?? null}
            revision={item.revision}
          />
          {props.editions !== undefined && props.editions.length > 0 && (
            <p>
              办事指南第 {props.editions[0]?.number} 版。<a href={paths.editions(item.code)}>看各版和改动</a>
            </p>
          )}
          <p class="print-only">
            本页地址：{frame.origin}
            {paths.item(item.code)}
          </p>
        </section>
      </article>
    </Layout>
  )
}

/** Everything one needs to apply; left out once the item is gone. */
function HowTo({ item, flowchart, prose, preview, edition, editions = [] }: ItemPageProps) {
  const newest = editions[0]
  return (
    <>
      {newest?.state === 'withdrawn' && <WithdrawnNotice edition={newest} />}
      <SummaryStrip item={item} />
      <GuideStart item={item} prose={prose} />
      <TimeLimits item={item} />
      <Procedure item={item} flowchart={flowchart} isPreview={preview !== undefined} isPast={edition !== undefined} />
      <GuideEnd item={item} prose={prose} />
    </>
  )
}

/** Says that this is not what holds today. */
function EditionNotice({ edition: { item, number, publishedAt, state } }: { edition: PublicEdition }) {
  return (
    <p class="notice-line" role="note">
      办事指南第 {number} 版，
      <Day day={publishedAt} />
      发布，{editionStateLabels[state]}。{state === 'published' ? '现在用的就是这一版：' : '它已经不用了：'}
      <a href={paths.item(item)}>看现在的办事指南</a>，<a href={paths.editions(item)}>看各版</a>。
    </p>
  )
}

function WithdrawnNotice({ edition: { publishedAt, withdrawnBecause, item } }: { edition: PublicEdition }) {
  return (
    <p class="notice-line" role="note">
      <strong>办事指南已撤下</strong>
      {withdrawnBecause !== null && `：${withdrawnBecause}`}
      （原于
      <Day day={publishedAt} />
      发布）。要办事请先向窗口咨询。<a href={paths.editions(item)}>看以前的各版</a>
    </p>
  )
}

/** Says that nobody may go by this page yet. */
function PreviewNotice({ state }: { state: EditionState }) {
  return (
    <p class="notice-line" role="note">
      <strong>预览</strong>：这一版{editionStateLabels[state]}，公众看到的还不是它。
    </p>
  )
}

function Head({ item, life }: Pick<ItemPageProps, 'item' | 'life'>) {
  return (
    <header class="item-head">
      <h1>{item.name}</h1>
      <p class="item-facts">
        <Link to={paths.agency(item.agency)}>{item.agencyName}</Link>
        <span>{labels.type[item.type]}</span>
        <span>{labels.caseType[item.caseType]}</span>
        <span>编号 {item.code}</span>
        <State state={item.state} />
      </p>
      <StandingNotice item={item} life={life} />
      {item.aliases.length > 0 && <p class="aliases">也叫：{item.aliases.join('、')}</p>}
      {item.provenance.facts === 'illustrative' && (
        <p class="notice-line">
          <ProvenanceWords {...item.provenance} />
          。办事请以窗口答复为准。
        </p>
      )}
    </header>
  )
}

interface ProcedureProps {
  item: ItemDetail
  flowchart: Flowchart | null
  /** Whether the picture is of this page alone and lies nowhere. */
  isPreview: boolean
  /** Whether it is that of an earlier edition, of which no picture is drawn. */
  isPast: boolean
}

function Procedure({ item, flowchart, isPreview, isPast }: ProcedureProps) {
  if (flowchart === null) return null
  return (
    <>
      {flowchart.steps.length > 0 && (
        <section aria-labelledby="steps">
          <h2 id="steps">办理步骤</h2>
          <SectionMark provenance={item.provenance} pointer="/procedure" />
          <Steps steps={flowchart.steps} />
        </section>
      )}
      {!isPast && (
        <section aria-labelledby="flowchart" class="flowchart-section">
          <h2 id="flowchart">流程图</h2>
          {isPreview && flowchart.svg !== null ? (
            <InlineFlowchart svg={flowchart.svg} name={item.name} />
          ) : (
            <FlowchartFigure code={item.code} name={item.name} flowchart={flowchart} />
          )}
        </section>
      )}
    </>
  )
}
