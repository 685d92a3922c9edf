import type { Violation } from '../../../src/domain/catalog-error.ts'
import { may } from '../../../src/domain/office/rights.ts'
import type { DecisionEntry } from '../../../src/use-cases/office/decisions/create-decision-desk.ts'
import { Day } from '../../parts/day.tsx'
import { Stage } from '../../parts/decision-words.tsx'
import { ErrorSummary } from '../error-summary.tsx'
import { Field } from '../fields.tsx'
import { FormKey } from '../form-key.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'

interface OfficeDecisionsPageProps {
  frame: OfficeFrame
  decisions: { drafts: readonly DecisionEntry[]; imported: readonly DecisionEntry[]; adopted: readonly DecisionEntry[] }
  typed: { id: string; title: string }
  violations?: readonly Violation[]
}

/** 调整决定：在拟的，和已经审议通过的 */
export function OfficeDecisionsPage({ frame, decisions, typed, violations = [] }: OfficeDecisionsPageProps) {
  const { drafts, imported, adopted } = decisions
  const mayWrite = may(frame.actor, 'decision.write')
  return (
    <OfficeLayout frame={frame} title="调整决定">
      <h1>调整决定</h1>
      <p>事项的增减、名称、实施机关和类型，只由决定改动。决定通过以前都是草案，目录不变。</p>
      <ErrorSummary violations={violations} />
      <section aria-labelledby="drafts">
        <h2 id="drafts">在拟的</h2>
        {drafts.length === 0 ? <p>没有在拟的决定。</p> : <DecisionTable entries={drafts} caption="在拟的决定" />}
      </section>
      {imported.length > 0 && (
        <section aria-labelledby="imported">
          <h2 id="imported">导入的草案</h2>
          <p>目录文件里带来的草案，可以接着在这里拟订。</p>
          <ul class="edition-list">
            {imported.map((entry) => (
              <li key={entry.id}>
                {entry.title} <Stage stage={entry.stage} />
                {mayWrite && <TakeOver frame={frame} entry={entry} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayWrite && <NewDraft frame={frame} typed={typed} violations={violations} />}
      <section aria-labelledby="adopted">
        <h2 id="adopted">已经审议通过的</h2>
        {adopted.length === 0 ? <p>还没有。</p> : <DecisionTable entries={adopted} caption="已经审议通过的决定" />}
      </section>
    </OfficeLayout>
  )
}

function TakeOver({ frame, entry }: { frame: OfficeFrame; entry: DecisionEntry }) {
  return (
    <form method="post" action={officePaths.decisions} class="inline-form">
      <FormKey frame={frame} />
      <input type="hidden" name="/id" value={entry.id} />
      <input type="hidden" name="/title" value={entry.title} />
      <button type="submit" class="plain" aria-label={`接着拟订 ${entry.title}`}>
        接着拟订
      </button>
    </form>
  )
}

function NewDraft({ frame, typed, violations = [] }: Omit<OfficeDecisionsPageProps, 'decisions'>) {
  return (
    <form method="post" action={officePaths.decisions} class="stacked" noValidate>
      <h2>拟一个新的</h2>
      <FormKey frame={frame} />
      <Field name="/title" label="标题" value={typed.title} violations={violations} />
      <Field
        name="/id"
        label="编号"
        hint="用在网址里，以后不变；字母、数字和短横，例如 2026-11-24-1"
        value={typed.id}
        violations={violations}
      />
      <button type="submit">开始拟订</button>
    </form>
  )
}

function DecisionTable({ entries, caption }: { entries: readonly DecisionEntry[]; caption: string }) {
  return (
    <div class="table-frame">
      <table class="office-table as-cards">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col">阶段</th>
            <th scope="col">文号</th>
            <th scope="col">施行</th>
            <th scope="col">行数</th>
            <th scope="col">最后改动</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <th scope="row">
                <a href={officePaths.decision(entry.id)}>{entry.title || '（还没有标题）'}</a>
                <span class="quiet code">{entry.id}</span>
              </th>
              <td data-label="阶段">
                <Stage stage={entry.stage} />
              </td>
              <td data-label="文号">{entry.documentNumber ?? '尚未编号'}</td>
              <td data-label="施行">{entry.effectiveOn ? <Day day={entry.effectiveOn} /> : '未定'}</td>
              <td data-label="行数">{entry.rows}</td>
              <td data-label="最后改动">
                <Day day={entry.updatedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
