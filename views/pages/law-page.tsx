import { labels } from '../../src/domain/labels.ts'
import type { LawAnswer } from '../../src/use-cases/use-cases.ts'
import { writeDay } from '../parts/day.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { standingWords } from '../parts/law-words.ts'
import { Layout } from '../parts/layout.tsx'
import { Link } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import { ProvenanceWords } from '../parts/provenance-note.tsx'

/** One law: what it is, and what would change if it went. */
export function LawPage({ frame, law }: { frame: PageFrame; law: LawAnswer }) {
  const { counts } = law
  return (
    <Layout frame={frame} title={law.title} crumbs={[{ label: '法律依据', href: paths.laws }]}>
      <h1>《{law.title}》</h1>
      <p class="item-facts">
        <span>{labels.lawKind[law.kind]}</span>
        <span>{standingWords(law)}</span>
        <ProvenanceWords {...law.provenance} />
      </p>
      <Facts law={law} />
      <h2>它失效会怎样</h2>
      <p>
        {writeDay(law.asOf)}有 <b>{counts.items}</b> 个在用事项引用它
        {counts.items > 0 && (
          <>
            ：<b>{counts.withoutBasis}</b> 个再没有别的设定依据，<b>{counts.withoutLimit}</b> 个再没有别的时限依据；
            {counts.guides} 份办事指南里的 {counts.materials} 项材料和 {counts.fees} 项收费依据它
          </>
        )}
        。
      </p>
      {counts.items > 0 && <Items law={law} />}
    </Layout>
  )
}

function Facts({ law }: { law: LawAnswer }) {
  const facts: [string, string | null][] = [
    ['全称', law.fullTitle],
    ['制定机关', law.issuer],
    ['文号', law.documentNumber],
    ['施行', law.inForceFrom],
    ['修改', law.amendedOn.join('、') || null],
    ['废止', law.repealedOn],
    ['替代它的', law.replacedBy],
    ['说明', law.provenance.note],
  ]
  return (
    <dl class="decision-facts">
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{label === '替代它的' ? <Link to={paths.law(value)}>《{value}》</Link> : value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function Items({ law }: { law: LawAnswer }) {
  return (
    <ul class="laws">
      {law.items.map(({ code, name, agencyName, uses, losesItsBasis, losesItsLimit }) => (
        <li key={code}>
          <span class="law">
            <Link to={paths.item(code)}>{name}</Link> {losesItsBasis && <b>没有别的设定依据</b>}{' '}
            {losesItsLimit && <b>没有别的时限依据</b>}
          </span>
          <span class="hint">
            {agencyName} ·{' '}
            {uses
              .map(
                (use) =>
                  `${use.subject ?? labels.basisFor[use.for]}${use.articles.length > 0 ? ` ${use.articles.join('、')}` : ''}`,
              )
              .join('；')}
          </span>
        </li>
      ))}
    </ul>
  )
}
