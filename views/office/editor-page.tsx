import { editionStateLabels } from '../../src/domain/office/edition.ts'
import type { StoredEdition } from '../../src/use-cases/office/read-editions.ts'
import type { ItemDetail } from '../../src/use-cases/use-cases.ts'
import type { FormSection } from '../../src/web/office/form/form-sections.ts'
import { Limit } from '../parts/limit.tsx'
import { paths } from '../parts/links.ts'
import { ScrollArea } from '../parts/scroll-area.tsx'
import { GeneralLines } from './form/field-lines.tsx'
import type { FieldLine, FormState } from './form/form-state.ts'
import { GuideFields, SectionList } from './form/guide-form.tsx'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

export interface EditorPageProps {
  frame: OfficeFrame
  edition: StoredEdition
  item: ItemDetail
  sections: readonly FormSection[]
  state: FormState
  /** What is said of the guide as a whole. */
  general: readonly FieldLine[]
  form: {
    /** Revision that the writer has seen, and the signs of what stood in its fields. */
    revision: number
    signs: string
    status: 'saved' | 'unsaved'
    /** `HH:MM` of the last save. */
    savedAt: string
  }
  /** Names of the others who have the draft open. */
  others: readonly string[]
}

/** The module of the page, and those that it needs, so that they come all at once. */
const scripts = ['editor', 'requests', 'rows', 'saver', 'local', 'lines', 'chart'].map((name) => `office-${name}.js`)

/** 编辑指南: one guide on one page, section by section. Works as a plain form; the script keeps, checks and draws while one types. */
export function EditorPage({ frame, edition, item, sections, state, general, form, others }: EditorPageProps) {
  const draft = officePaths.draft(edition.id)
  return (
    <OfficeLayout
      frame={frame}
      title={`编辑：${item.name}`}
      crumbs={[{ label: '指南', href: officePaths.drafts }]}
      scripts={scripts}
    >
      <EditorHead edition={edition} item={item} others={others} />
      <form
        id="guide-editor"
        method="post"
        action={officePaths.draftEditor(edition.id)}
        data-draft={edition.id}
        data-at={draft}
        data-account={frame.actor.account}
        data-status={form.status}
        noValidate
        // A browser that goes back to the page must not put old texts in the place of what was saved since.
        autocomplete="off"
      >
        <FormKey frame={frame} />
        <input type="hidden" name="revision" value={form.revision} />
        <input type="hidden" name="_seen" value={form.signs} />
        <SaveBar draft={draft} form={form} />
        <div id="recovery" class="notice" hidden />
        <div class="editor">
          <SectionList sections={sections} state={state} />
          <div class="editor-fields">
            <GeneralLines lines={general} />
            <GuideFields sections={sections} state={state} chart={<Chart draft={draft} name={item.name} />} />
          </div>
        </div>
      </form>
    </OfficeLayout>
  )
}

function EditorHead({ edition, item, others }: Pick<EditorPageProps, 'edition' | 'item' | 'others'>) {
  const { state, steps } = edition.body
  const last = steps.at(-1)
  return (
    <>
      <h1>{item.name}</h1>
      <p class="item-facts">
        <span>{item.agencyName}</span>
        <span>编号 {item.code}</span>
        <strong>{editionStateLabels[state]}</strong>
        <span>
          法定时限 <Limit limit={item.statutoryTimeLimit} />
        </span>
        <a href={paths.item(item.code)}>公众现在看到的</a>
      </p>
      {last?.action === 'sendBack' && (
        <p class="notice">
          <strong>退回意见：</strong>
          {last.comment}
        </p>
      )}
      <p id="others" class="notice" role="status" hidden={others.length === 0}>
        {othersSentence(others)}
      </p>
    </>
  )
}

function othersSentence(others: readonly string[]): string {
  return others.length === 0 ? '' : `${others.join('、')}也打开了这份草稿。两个人改了同一栏的，后保存的要先选用哪一版。`
}

/** How the draft is kept, and what can be done with it; stays in sight. The first button is what Enter does. */
function SaveBar({ draft, form }: { draft: string; form: EditorPageProps['form'] }) {
  return (
    <div class="save-bar">
      <p id="save-state" role="status">
        {form.status === 'saved' ? `已保存 ${form.savedAt}` : '有改动，还没有保存'}
      </p>
      <div class="save-actions">
        <button type="submit" name="_do" value="save">
          保存
        </button>
        <button type="submit" name="_do" value="review" class="secondary">
          保存，去提交
        </button>
        <a href={`${draft}/preview`}>预览</a>
      </div>
    </div>
  )
}

/** The flowchart of what was typed, its steps in words beside it. */
function Chart({ draft, name }: { draft: string; name: string }) {
  return (
    <section class="draft-chart" id="draft-chart" aria-labelledby="draft-chart-title">
      <h3 id="draft-chart-title">流程图</h3>
      <p id="chart-state" class="hint" role="status" />
      <ScrollArea label="流程图画面">
        <div id="chart-picture">
          <noscript>
            <img src={`${draft}/chart.svg`} alt={`${name}流程图。流程没有写完整的时候画不出来。`} />
          </noscript>
        </div>
      </ScrollArea>
      <details id="chart-steps" hidden>
        <summary>图中的步骤，用文字写出</summary>
        <div />
      </details>
    </section>
  )
}
