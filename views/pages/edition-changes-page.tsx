import type { ItemDetail, PublicEdition } from '../../src/use-cases/use-cases.ts'
import { ContentChanges, type DescribedChange } from '../office/content-changes.tsx'
import { Day } from '../parts/day.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { paths } from '../parts/links.ts'

interface EditionChangesPageProps {
  frame: PageFrame
  item: ItemDetail
  before: PublicEdition
  after: PublicEdition
  changes: readonly DescribedChange[]
}

/** 一版办事指南比另一版改了什么 */
export function EditionChangesPage({ frame, item, before, after, changes }: EditionChangesPageProps) {
  return (
    <Layout
      frame={frame}
      title={`第 ${after.number} 版改了什么`}
      crumbs={[
        { label: item.name, href: paths.item(item.code) },
        { label: '办事指南的各版', href: paths.editions(item.code) },
      ]}
    >
      <h1>
        {item.name}：第 {after.number} 版改了什么
      </h1>
      <p>
        和第 {before.number} 版（
        <Day day={before.publishedAt} />
        发布）相比，第 {after.number} 版（
        <Day day={after.publishedAt} />
        发布）有 {changes.length} 处不同。新写的有下划线，删去的有删除线。
      </p>
      <ContentChanges changes={changes} />
      <p>
        <a href={paths.edition(item.code, before.number)}>看第 {before.number} 版全文</a>，
        <a href={paths.edition(item.code, after.number)}>看第 {after.number} 版全文</a>
      </p>
    </Layout>
  )
}
