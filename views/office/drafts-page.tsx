import { type EditionState, editionStateLabels, editionStates } from '../../src/domain/office/edition.ts'
import type { EditionSummary } from '../../src/use-cases/office/read-editions.ts'
import { Day } from '../parts/day.tsx'
import { ScrollArea } from '../parts/scroll-area.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface DraftsPageProps {
  frame: OfficeFrame
  editions: readonly EditionSummary[]
  /** Names of the items by code. */
  names: ReadonlyMap<string, string>
  /** The state that is asked for; `undefined`: all that are on their way. */
  state: EditionState | undefined
}

/** 指南：各版走到哪一步 */
export function DraftsPage({ frame, editions, names, state }: DraftsPageProps) {
  const isOnItsWay = (edition: EditionSummary) =>
    ['draft', 'in-agency-review', 'in-reform-review'].includes(edition.state)
  const shown = state === undefined ? editions.filter(isOnItsWay) : editions
  const newestFirst = shown.toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
  return (
    <OfficeLayout frame={frame} title="指南">
      <h1>指南</h1>
      <nav class="chips" aria-label="按状态看">
        <a href={officePaths.drafts} aria-current={state === undefined ? 'page' : undefined}>
          在办的
        </a>
        {editionStates.map((known) => (
          <a
            key={known}
            href={`${officePaths.drafts}?state=${known}`}
            aria-current={known === state ? 'page' : undefined}
          >
            {editionStateLabels[known]}
          </a>
        ))}
      </nav>
      {newestFirst.length === 0 ? (
        <p>
          没有这样的指南。要改一份指南，请到<a href={officePaths.items}>事项清单</a>里找到事项，再起草新的一版。
        </p>
      ) : (
        <EditionsTable editions={newestFirst} names={names} />
      )}
    </OfficeLayout>
  )
}

/** Editions with their state, the newest change first. */
export function EditionsTable({ editions, names }: Pick<DraftsPageProps, 'editions' | 'names'>) {
  return (
    <ScrollArea label="指南">
      <table class="office-table as-cards">
        <caption>{editions.length} 份</caption>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">编号</th>
            <th scope="col">状态</th>
            <th scope="col">最近</th>
            <th scope="col">改动</th>
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <tr key={edition.id}>
              <th scope="row">
                <a href={officePaths.draft(edition.id)}>{names.get(edition.item) ?? edition.item}</a>
              </th>
              <td data-label="编号">{edition.item}</td>
              <td data-label="状态">
                <StateWord edition={edition} />
              </td>
              <td data-label="最近">
                <LastStep edition={edition} />
              </td>
              <td data-label="改动">
                <Day day={edition.updatedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function StateWord({ edition: { state, number, publishOn } }: { edition: EditionSummary }) {
  return (
    <span class={`edition-state edition-${state}`}>
      {editionStateLabels[state]}
      {number !== null && `（第 ${number} 版）`}
      {publishOn !== null && `，定于 ${publishOn} 发布`}
    </span>
  )
}

/** A comment that came with the last step is what one wants to read first. */
function LastStep({ edition: { steps } }: { edition: EditionSummary }) {
  const last = steps.at(-1)
  if (last?.action !== 'sendBack' && last?.action !== 'unschedule') return null
  return <span class="came-back">{last.action === 'sendBack' ? `退回：${last.comment}` : last.comment}</span>
}
