import type { FormValues } from '../../src/web/office/form/form-values.ts'
import { FormKey } from './form-key.tsx'
import type { OfficeFrame } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface BothSidesPageProps {
  frame: OfficeFrame
  /** What was to be saved. */
  title: string
  /** Where it goes when it is sent again; `null`: what is stored can no longer be changed. */
  action: string | null
  /** Where what is stored now stands. */
  back: string
  /** Revision that is stored now. */
  revision: number
  /** Everything that was typed. */
  values: FormValues
  differences: readonly { label: string; stored: string; typed: string }[]
}

/** Somebody else was faster: what he saved and what was typed, side by side; nothing is lost. */
export function BothSidesPage({ frame, title, action, back, revision, values, differences }: BothSidesPageProps) {
  const fields = [...values].filter(([name]) => name !== 'revision' && name !== '_key')
  return (
    <OfficeLayout frame={frame} title={`${title}：别人也改过`}>
      <h1>您打开以后，别人也改过</h1>
      <p>
        您写的还没有保存，也没有丢，两边不同的地方都在下面。
        {action === null ? '现在存的已经不能再改：您写的还有用的，请从这里抄走。' : '请决定用哪一份。'}
      </p>
      <div class="table-frame">
        <table class="office-table as-cards">
          <caption>
            “{title}”不同的地方，共 {differences.length} 处
          </caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">现在存的</th>
              <th scope="col">您写的</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, stored, typed }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-label="现在存的">{stored || <span class="quiet">空</span>}</td>
                <td data-label="您写的">{typed || <span class="quiet">空</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="row-actions conflict-choices">
        {action !== null && (
          <form method="post" action={action}>
            <FormKey frame={frame} />
            <input type="hidden" name="revision" value={String(revision)} />
            {fields.flatMap(([name, texts]) =>
              texts.map((text, index) => <input key={`${name} ${index}`} type="hidden" name={name} value={text} />),
            )}
            <button type="submit">用我写的替换现在存的</button>
          </form>
        )}
        <p>
          <a href={back}>不用我写的，看现在存的</a>
        </p>
      </div>
    </OfficeLayout>
  )
}
