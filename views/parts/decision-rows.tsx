import { labels } from '../../src/domain/labels.ts'
import type { Action, DecisionDetail, DecisionRow, RowItem } from '../../src/use-cases/use-cases.ts'
import { actionNames } from './action-counts.tsx'
import { Day } from './day.tsx'
import { paths } from './links.ts'
import { ScrollArea } from './scroll-area.tsx'

/** The rows of a decision by action, each with its number in the document and a link to its items. */
export function DecisionRows({ rows }: Pick<DecisionDetail, 'rows'>) {
  const groups = actionNames
    .map((action) => ({ action, own: rows.filter((row) => row.action.action === action) }))
    .filter(({ own }) => own.length > 0)
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">逐项列出</h2>
      {groups.length === 0 && <p>这个决定还没有列出任何事项。</p>}
      {groups.map(({ action, own }) => (
        <section key={action} aria-labelledby={`rows-${action}`}>
          <h3 id={`rows-${action}`}>
            {labels.action[action]}（{own.length} 项）
          </h3>
          <ScrollArea label={`${labels.action[action]}的事项`}>
            <table class="decision-rows">
              <caption class="unseen">{labels.action[action]}的事项，序号是在决定里的行号</caption>
              <thead>
                <tr>
                  <th scope="col" class="row-number">
                    行
                  </th>
                  <th scope="col">事项</th>
                  <th scope="col">部门</th>
                  <th scope="col">怎么处理</th>
                </tr>
              </thead>
              <tbody>
                {own.map((row) => (
                  <Row key={row.row} row={row} />
                ))}
              </tbody>
            </table>
          </ScrollArea>
        </section>
      ))}
    </section>
  )
}

function Row({ row }: { row: DecisionRow }) {
  const agencies = [...new Set(row.items.map(({ agencyName }) => agencyName))]
  return (
    <tr id={`row-${row.row + 1}`} class="decision-row">
      <td class="row-number">{row.row + 1}</td>
      <th scope="row" class="row-item">
        <ItemLinks items={row.items} />
        {row.into.length > 0 && (
          <>
            <p class="becomes">↓ {row.action.action === 'split' ? '拆分为' : '合并为'}</p>
            <ItemLinks items={row.into} />
          </>
        )}
      </th>
      <td>{agencies.join('、')}</td>
      <td>
        {wordsOf(row).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {row.action.action === 'delegate' && row.action.handoverOn && (
          <p>
            <Day day={row.action.handoverOn} />
            移交
          </p>
        )}
      </td>
    </tr>
  )
}

function ItemLinks({ items }: { items: readonly RowItem[] }) {
  return (
    <>
      {items.map((item) => (
        <p key={item.code}>
          <a href={paths.item(item.code)}>{item.name}</a>
        </p>
      ))}
    </>
  )
}

function wordsOf({ action, receivers, receivingAgency }: DecisionRow): string[] {
  const texts = [...own(action, receivers, receivingAgency), 'reason' in action ? action.reason : null]
  if ('supervision' in action && action.supervision !== null) texts.push(`后续监管：${action.supervision}`)
  texts.push(action.note)
  const said = texts.filter((text) => text !== null)
  return said.length > 0 ? said : ['—']
}

/** What only this action says. */
function own(action: Action, receivers: readonly string[], receivingAgency: string | null): (string | null)[] {
  switch (action.action) {
    case 'cancel':
      return [partly('取消', action)]
    case 'delegate': {
      const mode = action.mode === null ? '下放' : `${labels.handoverMode[action.mode]}下放`
      return [`${mode}给${receivers.join('、')}`, partly('下放', action)]
    }
    case 'undertake': {
      const mode = action.mode === null ? '承接' : `${labels.handoverMode[action.mode]}承接`
      return [`${mode}${action.from}的审批`, action.superiorNumber]
    }
    case 'rename':
      return [`改名为“${action.to}”`]
    case 'transfer':
      return [`划给${receivingAgency ?? action.to}`]
    case 'reclassify':
      return [`改为${labels.type[action.to]}`]
    case 'suspend':
      return [action.until === null ? '暂停，什么时候恢复另行通知' : `暂停到 ${action.until}`]
    default:
      return []
  }
}

function partly(verb: string, { scope, kept }: { scope: 'full' | 'partial'; kept: string | null }): string | null {
  return scope === 'full' ? null : `只${verb}一部分，市级保留：${kept ?? '没有写明'}`
}
