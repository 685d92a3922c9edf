import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { Link } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import { SearchBox } from '../parts/search-box.tsx'

interface MessagePageProps {
  frame: PageFrame
  title: string
  /** What is wrong and how to mend it, a sentence each. */
  sentences: readonly string[]
}

/** A page that could not be shown: what is wrong and the ways on. */
export function MessagePage({ frame, title, sentences }: MessagePageProps) {
  return (
    <Layout frame={frame} title={title} search={false}>
      <h1>{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <SearchBox id="q" />
      <p>
        也可以<Link to={paths.agencies}>按部门找</Link>，或<a href={paths.home}>回首页</a>。
      </p>
    </Layout>
  )
}
