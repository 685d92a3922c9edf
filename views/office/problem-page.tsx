import type { Violation } from '../../src/domain/catalog-error.ts'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface ProblemPageProps {
  frame: OfficeFrame
  title: string
  /** What is wrong and how to mend it. */
  detail: string
  violations: readonly Violation[]
  /** The page it came from; `undefined`: the request does not say. */
  back: string | undefined
}

/** Something that could not be done in the office: what, why, and the ways on. */
export function ProblemPage({ frame, title, detail, violations, back }: ProblemPageProps) {
  return (
    <OfficeLayout frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{detail}</p>
      {violations.length > 0 && (
        <ul>
          {violations.map(({ pointer, message }) => (
            <li key={pointer + message}>{message}</li>
          ))}
        </ul>
      )}
      <p class="row-actions">
        {back !== undefined && <a href={back}>回到刚才的页面</a>}
        <a href={officePaths.home}>回工作台</a>
      </p>
    </OfficeLayout>
  )
}
