import type { Violation } from '../../src/domain/catalog-error.ts'
import type { PageFrame } from '../parts/frame.ts'
import { OfficeDocument } from './office-layout.tsx'

interface UnfinishedPageProps {
  frame: PageFrame
  name: string
  violations: readonly Violation[]
}

/** A draft that cannot be shown as the public will see it, and why. */
export function UnfinishedPage({ frame, name, violations }: UnfinishedPageProps) {
  return (
    <OfficeDocument title={`${name}：还不能预览`} frame={frame}>
      <main id="content" class="page office" tabIndex={-1}>
        <h1>{name}：还不能预览</h1>
        <p>有 {violations.length} 处没有写完整，补齐以后就能看到公众将看到的样子：</p>
        <ul>
          {violations.map(({ pointer, message }) => (
            <li key={pointer + message}>{message}</li>
          ))}
        </ul>
      </main>
    </OfficeDocument>
  )
}
