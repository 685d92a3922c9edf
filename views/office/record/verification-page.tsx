import type { Violation } from '../../../src/domain/catalog-error.ts'
import { sentenceOfFinding } from '../../../src/domain/office/record-fault.ts'
import type { RecordCheck } from '../../../src/use-cases/office/create-office.ts'
import { ErrorSummary, fieldId } from '../error-summary.tsx'
import { FormKey } from '../form-key.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'
import { OfficeLayout } from '../office-layout.tsx'

interface VerificationPageProps {
  frame: OfficeFrame
  /** A digest that was noted earlier, as typed. */
  head?: string
  check?: RecordCheck
  violations?: readonly Violation[]
}

/** 核对操作记录 */
export function VerificationPage({ frame, head = '', check, violations = [] }: VerificationPageProps) {
  return (
    <OfficeLayout frame={frame} title="核对" crumbs={[{ label: '操作记录', href: officePaths.record }]}>
      <h1>核对操作记录</h1>
      <ErrorSummary violations={violations} />
      {check && <Result check={check} />}
      <p>逐条核对记录有没有被改过、删过、插过，再看账号、草稿和目录的每个版本是不是记录里的那样。</p>
      <form method="post" action={officePaths.recordVerification} class="stacked">
        <FormKey frame={frame} />
        <label for={fieldId('/head')}>以前记下的末条摘要（没有可以不填）</label>
        <input id={fieldId('/head')} name="head" value={head} autocomplete="off" spellcheck={false} />
        <p class="quiet">填了它，末尾被截断或整段重写也能查出来。</p>
        <button type="submit">开始核对</button>
      </form>
    </OfficeLayout>
  )
}

function Result({ check: { entries, head, isIntact, findings } }: { check: RecordCheck }) {
  return (
    <section class="notice" role="status">
      <h2>{isIntact ? '记录完好' : `有 ${findings.length} 处不对`}</h2>
      <p>{isIntact ? `${entries} 条记录条条相接，库里的内容和记录一致。` : `共核对 ${entries} 条记录。`}</p>
      {findings.length > 0 && (
        <ul>
          {findings.map((finding) => (
            <li key={JSON.stringify(finding)}>{sentenceOfFinding(finding)}</li>
          ))}
        </ul>
      )}
      {head !== null && (
        <p>
          末条是第 {head.number} 条。请把它的摘要抄在系统以外的地方，下次核对时填上：
          <br />
          <code class="record-digest">{head.digest}</code>
        </p>
      )}
    </section>
  )
}
