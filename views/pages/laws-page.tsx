import { labels } from '../../src/domain/labels.ts'
import type { LawSummary } from '../../src/use-cases/use-cases.ts'
import type { PageFrame } from '../parts/frame.ts'
import { standingWords } from '../parts/law-words.ts'
import { Layout } from '../parts/layout.tsx'
import { Link } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import { ScrollArea } from '../parts/scroll-area.tsx'

/** The register of laws, by kind; those that most items cite come first. */
export function LawsPage({ frame, laws }: { frame: PageFrame; laws: readonly LawSummary[] }) {
  // The labels are written in the order of rank.
  const kinds = Object.entries(labels.lawKind) as [LawSummary['kind'], string][]
  return (
    <Layout frame={frame} title="法律依据" crumbs={[]}>
      <h1>法律依据</h1>
      <p class="lead">{laws.length} 部法律文件，点名称看哪些事项依据它。</p>
      {kinds.map(([kind, label]) => {
        const own = laws.filter((law) => law.kind === kind).sort((one, other) => other.items - one.items)
        if (own.length === 0) return null
        return (
          <section key={kind} aria-labelledby={kind}>
            <h2 id={kind}>
              {label}（{own.length}）
            </h2>
            <ScrollArea label={label}>
              <table class="numbers">
                <thead>
                  <tr>
                    <th scope="col">名称</th>
                    <th scope="col">现状</th>
                    <th scope="col">事项</th>
                  </tr>
                </thead>
                <tbody>
                  {own.map((law) => (
                    <tr key={law.title}>
                      <th scope="row">
                        <Link to={paths.law(law.title)}>{law.title}</Link>
                      </th>
                      <td>{standingWords(law)}</td>
                      <td>{law.items}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollArea>
          </section>
        )
      })}
    </Layout>
  )
}
