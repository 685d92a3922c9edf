import { labels } from '../../src/domain/labels.ts'
import type { FacetCount, ItemList } from '../../src/use-cases/use-cases.ts'
import { type DayChoice, DayPicker } from '../parts/day-picker.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { ItemRows } from '../parts/item-list.tsx'
import { Layout } from '../parts/layout.tsx'
import { Link } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import { SearchBox } from '../parts/search-box.tsx'

type FacetName = keyof ItemList['facets']
type Filters = Partial<Record<FacetName, string>>
interface ItemsPageProps {
  frame: PageFrame
  list: ItemList
  words: string
  filters: Filters
  choice: DayChoice
}
const facetTitles: readonly [FacetName, string][] = [
  ['audience', '服务对象'],
  ['theme', '主题'],
  ['type', '事项类型'],
  ['agency', '部门'],
  ['state', '状态'],
]

/** Most choices of a filter: a city has some forty agencies, a province thousands, which nobody reads through. */
const mostChoices = 60

/** The list of items: words, filters with counts, pages. */
export function ItemsPage({ frame, list, words, filters, choice }: ItemsPageProps) {
  const { total } = list.meta
  const title = words ? `搜索“${words}”` : '全部事项'
  return (
    <Layout frame={frame} title={title} crumbs={[]} search={false}>
      <h1>{title}</h1>
      <SearchBox id="q" words={words} keep={filters} />
      <DayPicker url={frame.url} asOf={frame.asOf} choice={choice} />
      <Chosen list={list} words={words} filters={filters} />
      <div class={total > 0 ? 'with-side' : undefined}>
        <section aria-label="结果" class="results">
          <p class="total" role="status">
            共 <b>{total}</b> 个事项
          </p>
          <p>
            <Link to={paths.directory} with={{ agency: filters.agency }}>
              打印保留目录
            </Link>
          </p>
          {total === 0 ? <Nothing words={words} filters={filters} /> : <ItemRows items={list.data} />}
          <Pages list={list} words={words} filters={filters} />
        </section>
        {total > 0 && (
          <aside class="facets" aria-label="筛选">
            {facetTitles.map(([name, heading]) => (
              <Facet
                key={name}
                name={name}
                heading={heading}
                counts={list.facets[name]}
                words={words}
                filters={filters}
              />
            ))}
          </aside>
        )}
      </div>
    </Layout>
  )
}

interface FacetProps {
  name: FacetName
  heading: string
  counts: readonly FacetCount[]
  words: string
  filters: Filters
}

function Facet({ name, heading, counts, words, filters }: FacetProps) {
  const others = counts.filter(({ value }) => value !== filters[name])
  if (others.length === 0 || filters[name] !== undefined) return null
  return (
    <details open={name !== 'state' && others.length <= 12}>
      <summary>{heading}</summary>
      <ul>
        {others.slice(0, mostChoices).map(({ value, label, count }) => (
          <li key={value}>
            <Link to={paths.items} with={{ q: words, ...filters, [name]: value }}>
              <span>{label}</span> <span class="count">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
      {others.length > mostChoices && <Unlisted name={name} count={others.length - mostChoices} />}
    </details>
  )
}

function Unlisted({ name, count }: { name: FacetName; count: number }) {
  return (
    <>
      <p>另有 {count} 个没有列出，可以先加上别的条件。</p>
      {name === 'agency' && <Link to={paths.agencies}>按部门找</Link>}
    </>
  )
}

/** Word for a chosen filter: from the facets, else from the code lists, else the value itself. */
function labelOf(name: FacetName, value: string, list: ItemList): string {
  const found = list.facets[name].find((facet) => facet.value === value)
  if (found) return found.label
  const words: Readonly<Record<string, string>> = { ...labels.type, ...labels.state, ...labels.audience }
  return words[value] ?? value
}

function Chosen({ list, words, filters }: { list: ItemList; words: string; filters: Filters }) {
  const chosen = facetTitles.flatMap(([name, heading]) => {
    const value = filters[name]
    return value === undefined ? [] : [{ name, heading, value }]
  })
  if (chosen.length === 0) return null
  return (
    <ul class="chosen" aria-label="已选条件">
      {chosen.map(({ name, heading, value }) => (
        <li key={name}>
          <Link to={paths.items} with={{ q: words, ...filters, [name]: undefined }}>
            {heading}：{labelOf(name, value, list)}
            <span aria-hidden="true"> ✕</span>
            <span class="unseen">，去掉这个条件</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Nothing({ words, filters }: { words: string; filters: Filters }) {
  const filtered = Object.values(filters).some((value) => value !== undefined)
  return (
    <div class="notice">
      <h2>没有找到{words && `“${words}”`}</h2>
      <ul>
        {filtered && words && (
          <li>
            <Link to={paths.items} with={{ q: words }}>
              去掉筛选，在全部事项里找
            </Link>
          </li>
        )}
        <li>换个说法：用一两个词，例如“餐馆”“施工”“出生”，不必写整句话。</li>
        <li>用拼音首字母：“sgxk”能找到施工许可。</li>
        <li>
          不知道叫什么，可以<Link to={paths.agencies}>按部门找</Link>，或看<Link to={paths.items}>全部事项</Link>。
        </li>
      </ul>
    </div>
  )
}

function Pages({ list, words, filters }: { list: ItemList; words: string; filters: Filters }) {
  const { total, page, pageSize } = list.meta
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1 && page === 1) return null
  const size = pageSize === 20 ? undefined : pageSize
  const to = (number: number) => ({ q: words, ...filters, page: number === 1 ? undefined : number, pageSize: size })
  return (
    <nav class="pages" aria-label="分页">
      {page > 1 && (
        <Link to={paths.items} with={to(Math.min(page - 1, last))} rel="prev">
          ← 上一页
        </Link>
      )}
      <span>
        第 {page} 页，共 {last} 页
      </span>
      {page < last && (
        <Link to={paths.items} with={to(page + 1)} rel="next">
          下一页 →
        </Link>
      )}
    </nav>
  )
}
