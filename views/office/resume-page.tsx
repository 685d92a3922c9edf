import { FormKey } from './form-key.tsx'
import type { OfficeFrame } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface ResumePageProps {
  frame: OfficeFrame
  /** Where the content was to go. */
  action: string
  fields: readonly (readonly [string, string])[]
}

/** After a sign-in in the middle of a form: everything that was typed, ready to be sent again. */
export function ResumePage({ frame, action, fields }: ResumePageProps) {
  return (
    <OfficeLayout frame={frame} title="接着保存">
      <h1>接着保存</h1>
      <p>登录已恢复，刚才填写的内容都在，还没有保存。</p>
      <form method="post" action={action}>
        <FormKey frame={frame} />
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <button type="submit">保存刚才的内容</button>
      </form>
    </OfficeLayout>
  )
}
