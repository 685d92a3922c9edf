import { roleLabels } from '../../src/domain/office/roles.ts'
import type { OfficeFrame } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

/** 工作台：等我办的，退回来的，本单位的检查结果 */
export function OfficeHomePage({ frame }: { frame: OfficeFrame }) {
  return (
    <OfficeLayout frame={frame} title="工作台">
      <h1>{frame.actor.name}，您好</h1>
      <p class="quiet">
        {frame.agencyName ?? '全市'} · {roleLabels[frame.actor.role]}
      </p>
    </OfficeLayout>
  )
}
