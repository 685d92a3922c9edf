import type { DecisionDetail, DecisionRow } from '../../src/use-cases/use-cases.ts'
import { type Layout, layouts } from './layouts.ts'
import { OfficialTable } from './official-table.tsx'
import { linesOf } from './table.ts'

/** A printable paper made of one or more tables of a decision. */
export interface Paper {
  title: string
  parts: readonly Layout[]
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** Papers of a decision by their word in addresses: `cancelled`, `adjusted`, and one for each table. `undefined`: no such paper. */
export function findPaper(decision: DecisionDetail, id: string, city: string): Paper | undefined {
  const intent = isStillIntended(decision) ? '拟' : ''
  if (id === 'cancelled') return { title: `${city}${intent}取消的行政审批项目目录`, parts: present(decision, isCancel) }
  if (id === 'adjusted') {
    return { title: `${city}${intent}调整的行政审批项目目录`, parts: present(decision, (layout) => !isCancel(layout)) }
  }
  const layout = layouts.find((own) => own.id === id)
  if (layout === undefined) return undefined
  return {
    title: `${city}${intent}${layout.verb}的行政审批项目目录`,
    parts: present(decision, (own) => own === layout),
  }
}

const isCancel = ({ id }: Layout) => id === 'cancel'

function present(decision: DecisionDetail, wanted: (layout: Layout) => boolean): Layout[] {
  return layouts.filter((layout) => wanted(layout) && decision.rows.some(layout.holds))
}

/** How many items rows concern: a merge counts the items that are merged, as papers do. */
export function countItems(rows: readonly DecisionRow[]): number {
  return rows.reduce((sum, { items }) => sum + items.length, 0)
}

/** Whether the paper still says 拟: as its title does, or until it is published. */
function isStillIntended({ title, stage }: DecisionDetail): boolean {
  return title.includes('拟') || (stage !== 'published' && stage !== 'revoked')
}

/** The tables of a paper; with more than one, each under a numbered heading with its count. */
export function PaperTables({ decision, paper }: { decision: DecisionDetail; paper: Paper }) {
  if (paper.parts.length === 0) return <p class="official-none">无</p>
  return (
    <>
      {paper.parts.map((layout, index) => {
        const rows = decision.rows.filter(layout.holds)
        const heading = `${layout.verb}的行政审批项目（${countItems(rows)} 项）`
        return (
          <section key={layout.id} class="official-part">
            {paper.parts.length > 1 && (
              <h2>
                {ordinals[index]}、{heading}
              </h2>
            )}
            <OfficialTable caption={heading} columns={layout.columns} lines={linesOf(rows)} />
          </section>
        )
      })}
    </>
  )
}
