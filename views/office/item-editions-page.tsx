import { editionStateLabels } from '../../src/domain/office/edition.ts'
import { may } from '../../src/domain/office/rights.ts'
import type { EditionSummary } from '../../src/use-cases/office/read-editions.ts'
import type { ItemDetail } from '../../src/use-cases/use-cases.ts'
import type { DescribedChange } from '../../src/web/office/form/describe-changes.ts'
import { Day } from '../parts/day.tsx'
import { ContentChanges } from './content-changes.tsx'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface ItemEditionsPageProps {
  frame: OfficeFrame
  item: ItemDetail
  /** Oldest first. */
  editions: readonly EditionSummary[]
  /** Names of those who wrote, by account. */
  people: ReadonlyMap<string, string>
  /** Two editions that were chosen, and what differs; `null`: none were. */
  compared: { from: string; to: string; changes: readonly DescribedChange[] } | null
}

/** 一份指南的各版：比较任意两版，恢复旧的一版 */
export function ItemEditionsPage(props: ItemEditionsPageProps) {
  const { frame, item, editions, compared } = props
  return (
    <OfficeLayout
      frame={frame}
      title="各版"
      crumbs={[
        { label: '事项清单', href: officePaths.items },
        { label: item.name, href: officePaths.item(item.code) },
      ]}
    >
      <h1>{item.name}：指南的各版</h1>
      {editions.length === 0 && <p>这份指南由目录导入，还没有在这里改过。</p>}
      {compared !== null && <Compared editions={editions} {...compared} />}
      {editions.length > 0 && <ChooseTwo {...props} />}
      {may(frame.actor, 'edition.start', { agency: item.agency }) && (
        <form method="post" action={officePaths.drafts}>
          <FormKey frame={frame} />
          <input type="hidden" name="item" value={item.code} />
          <button type="submit">起草新的一版</button>
        </form>
      )}
    </OfficeLayout>
  )
}

function titleOf({ id, number, state }: EditionSummary): string {
  return number === null ? `${id}（${editionStateLabels[state]}）` : `第 ${number} 版（${editionStateLabels[state]}）`
}

function Compared({
  editions,
  from,
  to,
  changes,
}: Pick<ItemEditionsPageProps, 'editions'> & NonNullable<ItemEditionsPageProps['compared']>) {
  const named = (id: string) => {
    const edition = editions.find((one) => one.id === id)
    return edition === undefined ? id : titleOf(edition)
  }
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        从{named(from)}到{named(to)}：{changes.length} 处不同
      </h2>
      <ContentChanges changes={changes} />
    </section>
  )
}

function ChooseTwo({ frame, editions, item, compared, people }: ItemEditionsPageProps) {
  const [oldest, newest] = [editions.at(-2) ?? editions[0], editions.at(-1)]
  const choice = { from: compared?.from ?? oldest?.id, to: compared?.to ?? newest?.id }
  return (
    <>
      <form method="get" action={officePaths.itemEditions(item.code)}>
        <table class="office-table as-cards">
          <caption>选两版，看改了什么</caption>
          <thead>
            <tr>
              <th scope="col">从</th>
              <th scope="col">到</th>
              <th scope="col">版</th>
              <th scope="col">发布</th>
              <th scope="col">起草</th>
            </tr>
          </thead>
          <tbody>
            {editions.toReversed().map((edition) => (
              <tr key={edition.id}>
                {(['from', 'to'] as const).map((end) => (
                  <td key={end} data-label={end === 'from' ? '从' : '到'}>
                    <input
                      type="radio"
                      name={end}
                      value={edition.id}
                      checked={choice[end] === edition.id}
                      aria-label={`${end === 'from' ? '从' : '到'}${titleOf(edition)}`}
                    />
                  </td>
                ))}
                <th scope="row">
                  <a href={`${officePaths.draft(edition.id)}/review`}>{titleOf(edition)}</a>
                </th>
                <td data-label="发布">
                  {edition.publishedAt === null ? '没有发布' : <Day day={edition.publishedAt} />}
                </td>
                <td data-label="起草">
                  {edition.drafters.map((name) => people.get(name) ?? name).join('、') || '导入'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <button type="submit" class="secondary">
          比较
        </button>
      </form>
      <Restore frame={frame} editions={editions} item={item} />
    </>
  )
}

function Restore({ frame, editions, item }: Pick<ItemEditionsPageProps, 'frame' | 'editions' | 'item'>) {
  const published = editions.filter(({ number }) => number !== null)
  if (published.length === 0 || !may(frame.actor, 'edition.start', { agency: item.agency })) return null
  return (
    <form method="post" action={officePaths.drafts} class="stacked">
      <h2>恢复旧的一版</h2>
      <p>旧的一版不会改动，它的内容成为一份新的草稿，照常审核、发布。</p>
      <FormKey frame={frame} />
      <input type="hidden" name="item" value={item.code} />
      <label for="restore-number">恢复</label>
      <select id="restore-number" name="from">
        {published.toReversed().map((edition) => (
          <option key={edition.id} value={edition.number ?? ''}>
            {titleOf(edition)}
          </option>
        ))}
      </select>
      <button type="submit" class="secondary">
        用它起草
      </button>
    </form>
  )
}
