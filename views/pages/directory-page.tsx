import type { AgencySummary, DirectoryAnswer } from '../../src/use-cases/use-cases.ts'
import { retainedColumns } from '../official/layouts.ts'
import { OfficialTable } from '../official/official-table.tsx'
import type { OfficialLine } from '../official/table.ts'
import { type DayChoice, DayPicker } from '../parts/day-picker.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { AskedDayField } from '../parts/link.tsx'
import { paths } from '../parts/links.ts'
import { PaperNote } from '../parts/paper-note.tsx'
import { ScrollArea } from '../parts/scroll-area.tsx'
import { shortDay } from '../parts/span-form.tsx'

interface DirectoryPageProps {
  frame: PageFrame
  directory: DirectoryAnswer
  /** In official order. */
  agencies: readonly AgencySummary[]
  choice: DayChoice
}

/** 保留目录: every item in use on a day, of the city or of one agency, as it is printed. */
export function DirectoryPage({ frame, directory, agencies, choice }: DirectoryPageProps) {
  const { asOf, agency, items } = directory
  const title = `${agency?.name ?? frame.city}保留的行政审批项目目录`
  const lines = items.map((item, index): OfficialLine => ({ number: index + 1, item, counterpart: null, row: null }))
  return (
    <Layout frame={frame} title={title} crumbs={[{ label: '全部事项', href: paths.items }]} paper>
      <article class="paper">
        <div class="screen-only">
          <p class="hint">用浏览器的“打印”就能印成横排 A4，表头每页都有。</p>
          <DayPicker url={frame.url} asOf={frame.asOf} choice={choice} />
          <AgencyChoice agencies={agencies} chosen={agency?.code} />
        </div>
        <h1>{title}</h1>
        <p class="paper-facts">
          <span>截至{shortDay(asOf)}</span>
          <span>共 {items.length} 项</span>
        </p>
        {items.length === 0 ? (
          <p class="official-none">无</p>
        ) : (
          <ScrollArea label={title}>
            <OfficialTable caption={title} columns={retainedColumns} lines={lines} />
          </ScrollArea>
        )}
        <PaperNote
          provenance={{ facts: 'illustrative', verified: false, note: '每个事项的来历见它自己的页面。' }}
          address={`${frame.origin}${frame.url}`}
        >
          只列当天在用的事项；“—”表示没有这项内容。时限和收费按现存的办事指南填写。
        </PaperNote>
      </article>
    </Layout>
  )
}

/** The whole city or one agency: a form that works without script. */
function AgencyChoice({ agencies, chosen }: { agencies: readonly AgencySummary[]; chosen: string | undefined }) {
  return (
    <form class="agency-choice" method="get" action={paths.directory}>
      <label for="agency">哪个部门</label>
      <select id="agency" name="agency">
        <option value="">全市</option>
        {agencies.map(({ code, name }) => (
          <option key={code} value={code} selected={code === chosen}>
            {name}
          </option>
        ))}
      </select>
      <AskedDayField />
      <button type="submit">查看</button>
    </form>
  )
}
