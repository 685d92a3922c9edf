import { editionStateLabels } from '../../src/domain/office/edition.ts'
import type { ItemDetail, PublicEdition } from '../../src/use-cases/use-cases.ts'
import { Day } from '../parts/day.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { paths } from '../parts/links.ts'

interface EditionsPageProps {
  frame: PageFrame
  item: ItemDetail
  /** Newest first. */
  editions: readonly PublicEdition[]
}

/** 办事指南的各版 */
export function EditionsPage({ frame, item, editions }: EditionsPageProps) {
  return (
    <Layout
      frame={frame}
      title="办事指南的各版"
      crumbs={[
        { label: item.agencyName, href: paths.agency(item.agency) },
        { label: item.name, href: paths.item(item.code) },
      ]}
    >
      <h1>{item.name}：办事指南的各版</h1>
      {editions.length === 0 ? (
        <p>这份指南由目录导入，之后没有改版。</p>
      ) : (
        <ol class="editions" reversed>
          {editions.map((edition) => (
            <li key={edition.number}>
              <a href={paths.edition(item.code, edition.number)}>第 {edition.number} 版</a>，
              <Day day={edition.publishedAt} />
              发布，{editionStateLabels[edition.state]}
              {edition.withdrawnBecause !== null && `：${edition.withdrawnBecause}`}
              {edition.number > 1 && (
                <>
                  {' '}
                  <a href={paths.editionChanges(item.code, edition.number)}>和上一版比，改了什么</a>
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </Layout>
  )
}
