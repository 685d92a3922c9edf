import { labels } from '../../src/domain/labels.ts'
import type { Fee, ServiceGuide } from '../../src/schema/types.ts'
import type { ItemDetail } from '../../src/use-cases/use-cases.ts'
import { Contacts } from './contacts.tsx'
import { LegalBases } from './legal-bases.tsx'
import { Limit } from './limit.tsx'
import { Prose, type SafeHtml } from './markdown.tsx'
import { MaterialsTable } from './materials-table.tsx'
import { SectionMark } from './provenance-note.tsx'

interface SectionsProps {
  item: ItemDetail
  prose: (markdown: string) => SafeHtml
}

/** Before the procedure: who can apply, conditions, materials. */
export function GuideStart({ item, prose }: SectionsProps) {
  const { guide } = item
  return (
    <>
      <section aria-labelledby="who">
        <h2 id="who">谁可以办</h2>
        <p>{item.audiences.map((audience) => labels.audience[audience]).join('、') || '未注明'}</p>
        {guide?.scope && <Prose html={prose(guide.scope)} />}
        {item.quantityLimit && <p>数量限制：{item.quantityLimit.text}</p>}
      </section>
      {guide === null && <p class="notice">这个事项还没有办事指南，请向窗口询问。</p>}
      {guide && <Conditions guide={guide} item={item} prose={prose} />}
      {guide && <Materials guide={guide} item={item} />}
    </>
  )
}

function Conditions({ guide, item, prose }: SectionsProps & { guide: ServiceGuide }) {
  if (guide.conditions.length === 0 && guide.prohibitions.length === 0) return null
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">要符合的条件</h2>
      <SectionMark provenance={item.provenance} pointer="/guide/conditions" />
      <List texts={guide.conditions} prose={prose} />
      {guide.prohibitions.length > 0 && (
        <>
          <h3>有这些情形的，不能办</h3>
          <List texts={guide.prohibitions} prose={prose} />
        </>
      )}
    </section>
  )
}

function List({ texts, prose }: { texts: readonly string[]; prose: SectionsProps['prose'] }) {
  return (
    <ol class="conditions">
      {texts.map((text) => (
        <li key={text}>
          <Prose html={prose(text)} />
        </li>
      ))}
    </ol>
  )
}

function Materials({ guide, item }: { guide: ServiceGuide; item: ItemDetail }) {
  return (
    <section aria-labelledby="materials">
      <h2 id="materials">要带的材料</h2>
      <SectionMark provenance={item.provenance} pointer="/guide/materials" />
      {guide.materials.length > 0 && <MaterialsTable materials={guide.materials} />}
      {guide.materials.length === 0 && <p>{guide.noMaterials ? '不需要材料。' : '未注明，请向窗口询问。'}</p>}
      {guide.submission && <p>{guide.submission}</p>}
      {guide.commonErrors.length > 0 && (
        <>
          <h3>常见错误</h3>
          <ul>
            {guide.commonErrors.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** After the procedure: fee, result, place and time, contacts, rights, questions. */
export function GuideEnd({ item, prose }: SectionsProps) {
  const { guide } = item
  if (guide === null) return null
  return (
    <>
      <section aria-labelledby="fee">
        <h2 id="fee">收费</h2>
        <SectionMark provenance={item.provenance} pointer="/guide/fees" />
        {guide.fees.length === 0 && <p>不收费。</p>}
        {guide.fees.map((fee) => (
          <FeeEntry key={`${fee.name}-${fee.standard}`} fee={fee} />
        ))}
      </section>
      <ResultSection guide={guide} item={item} />
      <Place guide={guide} item={item} />
      <section aria-labelledby="contact">
        <h2 id="contact">咨询和投诉</h2>
        <div class="two">
          <Contacts title="我要咨询" contacts={guide.consultation} />
          <Contacts title="我要投诉" contacts={guide.complaint} />
        </div>
        {guide.progressQuery && <p>查办理进度：{guide.progressQuery}</p>}
      </section>
      <Rights guide={guide} prose={prose} />
      <Questions guide={guide} prose={prose} />
    </>
  )
}

function FeeEntry({ fee }: { fee: Fee }) {
  return (
    <div>
      <p>
        {fee.name ?? '收费'}：{fee.standard ?? '标准未注明'}
        {fee.reducible && `（可以减免${fee.reduction ? `：${fee.reduction}` : ''}）`}
        {fee.note && ` ${fee.note}`}
      </p>
      {fee.basis && <LegalBases bases={[fee.basis]} />}
    </div>
  )
}

function ResultSection({ guide, item }: { guide: ServiceGuide; item: ItemDetail }) {
  const ways = guide.delivery.ways.map((way) => labels.deliveryWay[way]).join('、')
  return (
    <section aria-labelledby="result">
      <h2 id="result">办成拿到什么</h2>
      <SectionMark provenance={item.provenance} pointer="/guide/results" />
      <ul>
        {guide.results.map((result) => (
          <li key={result.name}>
            {result.name}（{labels.resultKind[result.kind]}）{result.validity && `，有效期${result.validity}`}
          </li>
        ))}
      </ul>
      {(ways || guide.delivery.within) && (
        <p>
          {ways}
          {guide.delivery.within && (
            <>
              ，作出决定后 <Limit limit={guide.delivery.within} /> 内送达
            </>
          )}
          。{guide.delivery.note}
        </p>
      )}
    </section>
  )
}

function Place({ guide, item }: { guide: ServiceGuide; item: ItemDetail }) {
  const { officeHours, receipt } = guide
  const rows: [string, string | null][] = [
    ['地点', officeHours.address ?? receipt.place],
    ['窗口', officeHours.window],
    ['时间', officeHours.hours ?? receipt.hours],
    ['怎么交', receipt.ways.map((way) => labels.receiptWay[way]).join('、') || null],
  ]
  return (
    <section aria-labelledby="place">
      <h2 id="place">到哪里办、什么时候</h2>
      <SectionMark provenance={item.provenance} pointer="/guide/officeHours" />
      <dl class="facts-list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? '未注明'}</dd>
          </div>
        ))}
      </dl>
      {receipt.url && /^https?:\/\//.test(receipt.url) && (
        <p>
          <a href={receipt.url}>网上申请</a>
        </p>
      )}
      {guide.visitReason && <p>必须到现场的原因：{guide.visitReason}</p>}
    </section>
  )
}

function Rights({ guide, prose }: { guide: ServiceGuide; prose: SectionsProps['prose'] }) {
  if (!guide.rightsAndDuties && !guide.reconsideration && !guide.litigation) return null
  return (
    <section aria-labelledby="rights">
      <h2 id="rights">您的权利</h2>
      {guide.rightsAndDuties && <Prose html={prose(guide.rightsAndDuties)} />}
      {guide.reconsideration && <p>不服可以申请行政复议：{guide.reconsideration}</p>}
      {guide.litigation && <p>也可以提起行政诉讼：{guide.litigation}</p>}
    </section>
  )
}

function Questions({ guide, prose }: { guide: ServiceGuide; prose: SectionsProps['prose'] }) {
  if (guide.faq.length === 0 && !guide.notes && !guide.annualInspection) return null
  return (
    <section aria-labelledby="faq">
      <h2 id="faq">常见问题</h2>
      {guide.faq.map(({ question, answer }) => (
        <details key={question} class="question">
          <summary>{question}</summary>
          <Prose html={prose(answer)} />
        </details>
      ))}
      {guide.notes && <Prose html={prose(guide.notes)} />}
      {guide.annualInspection && <p>年检：{guide.annualInspection}</p>}
    </section>
  )
}
