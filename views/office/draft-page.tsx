import type { Violation } from '../../src/domain/catalog-error.ts'
import { editionStateLabels } from '../../src/domain/office/edition.ts'
import type { Gate, Judgement } from '../../src/domain/office/judge-edition.ts'
import { may } from '../../src/domain/office/rights.ts'
import type { Transition } from '../../src/domain/office/transitions.ts'
import type { StoredEdition } from '../../src/use-cases/office/read-editions.ts'
import type { ItemDetail } from '../../src/use-cases/use-cases.ts'
import type { DescribedChange } from '../../src/web/office/form/describe-changes.ts'
import { locateField } from '../../src/web/office/form/locate-field.ts'
import { sayViolation } from '../../src/web/office/form/say-violation.ts'
import { Findings } from '../parts/findings.tsx'
import { paths } from '../parts/links.ts'
import { ContentChanges } from './content-changes.tsx'
import { EditionSteps } from './edition-steps.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { idOf } from './form/form-state.ts'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'
import { StepForm } from './step-form.tsx'

export interface DraftPageProps {
  frame: OfficeFrame
  edition: StoredEdition
  item: ItemDetail
  /** What differs from the edition it follows; `null`: it is the first. */
  changes: readonly DescribedChange[] | null
  judgement: Judgement
  gate: Gate
  /** Names of those who did something with it, by account. */
  people: ReadonlyMap<string, string>
  /** What the reader may do with it. */
  steps: readonly Transition[]
  refused?:
    | { violations: readonly Violation[]; typed: Record<'comment' | 'warningsReason' | 'publishOn', string> }
    | undefined
  /** What a link for the fact checker holds that was just made. */
  shareKey?: string | undefined
}

/** One edition to be read and decided on. */
export function DraftPage(props: DraftPageProps) {
  const { frame, edition, item, gate, judgement, steps, refused } = props
  const { state, agency, basedOn, publishOn, number } = edition.body
  return (
    <OfficeLayout frame={frame} title={item.name} crumbs={[{ label: '指南', href: officePaths.drafts }]}>
      <h1>{item.name}</h1>
      <p class="item-facts">
        <span>{item.agencyName}</span>
        <span>编号 {item.code}</span>
        <strong>
          {editionStateLabels[state]}
          {number !== null && `（第 ${number} 版）`}
        </strong>
        {basedOn !== null && number === null && <span>由第 {basedOn} 版改来</span>}
        {publishOn !== null && <strong>定于 {publishOn} 发布</strong>}
      </p>
      <ErrorSummary violations={refused?.violations ?? []} />
      <p class="row-actions">
        {may(frame.actor, 'edition.write', { agency, state }) && (
          <a href={officePaths.draftEditor(edition.id)}>继续编辑</a>
        )}
        <a href={officePaths.draftPreview(edition.id)}>预览公众将看到的样子</a>
        <a href={paths.item(item.code)}>公众现在看到的</a>
        <a href={officePaths.itemEditions(item.code)}>这份指南的各版</a>
      </p>
      {steps.length > 0 && (
        <section aria-labelledby="next">
          <h2 id="next">办理意见</h2>
          <GateNotice frame={frame} edition={edition} gate={gate} judgement={judgement} />
          <StepForm frame={frame} edition={edition} steps={steps} gate={gate} typed={refused?.typed} />
        </section>
      )}
      {props.changes !== null && (
        <section aria-labelledby="changes">
          <h2 id="changes">和公众看到的相比，有 {props.changes.length} 处不同</h2>
          <ContentChanges changes={props.changes} />
        </section>
      )}
      <Share {...props} />
      <section aria-labelledby="so-far">
        <h2 id="so-far">经过</h2>
        <EditionSteps steps={edition.body.steps} people={props.people} />
      </section>
    </OfficeLayout>
  )
}

function GateNotice({
  frame,
  edition,
  gate,
  judgement,
}: Pick<DraftPageProps, 'frame' | 'edition' | 'gate' | 'judgement'>) {
  const { blocking, warnings } = gate
  const hints = judgement.findings.filter(({ severity }) => severity === 'hint').length
  return (
    <>
      <p>
        规则检查：{blocking.length === 0 ? '没有必须改的' : <strong>{blocking.length} 处必须改</strong>}，
        {warnings.length} 条提醒，
        {hints} 条建议。
      </p>
      {blocking.length > 0 && (
        <ul class="blocking">
          {blocking.map((violation) => (
            <li key={violation.pointer + violation.rule + violation.message}>
              <FieldLink frame={frame} edition={edition} pointer={violation.pointer} />
              {judgement.violations.includes(violation)
                ? sayViolation(edition.body.content, violation)
                : violation.message}
            </li>
          ))}
        </ul>
      )}
      {warnings.length > 0 && <Findings findings={warnings} />}
    </>
  )
}

/** The field that is meant, by its place in the form; who may write goes there. */
function FieldLink({ frame, edition, pointer }: Pick<DraftPageProps, 'frame' | 'edition'> & { pointer: string }) {
  const { name, label } = locateField(pointer)
  if (label === '') return null
  if (!may(frame.actor, 'edition.write', edition.body)) return <b>{label}：</b>
  return (
    <>
      <a href={`${officePaths.draftEditor(edition.id)}#${idOf(name)}`}>{label}</a>：
    </>
  )
}

function Share({ frame, edition, shareKey }: DraftPageProps) {
  const { agency } = edition.body
  if (!may(frame.actor, 'edition.share', { agency })) return null
  return (
    <section aria-labelledby="share">
      <h2 id="share">请人核对</h2>
      {shareKey === undefined ? (
        <form method="post" action={`${officePaths.draft(edition.id)}/share`}>
          <FormKey frame={frame} />
          <p>做一个链接，没有账号的人打开就能看到这份草稿，两周内有效。链接只显示一次。</p>
          <button type="submit" class="secondary">
            做一个链接
          </button>
        </form>
      ) : (
        <p class="notice" role="status">
          把这个链接发给核对的人，两周内有效：
          <br />
          <code>
            {frame.origin}
            {officePaths.shared(shareKey)}
          </code>
        </p>
      )}
    </section>
  )
}
