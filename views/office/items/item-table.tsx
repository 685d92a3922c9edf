import { labels } from '../../../src/domain/labels.ts'
import { editionStateLabels } from '../../../src/domain/office/edition.ts'
import type { OfficeItemList, OfficeItemRow } from '../../../src/use-cases/office/items/create-item-desk.ts'
import { Limit } from '../../parts/limit.tsx'
import { State } from '../../parts/state.tsx'
import { officePaths } from '../frame.ts'

interface ItemTableProps {
  list: OfficeItemList
  /** Codes whose boxes are ticked; absent: there is nothing to choose. */
  chosen?: readonly string[]
}

/** The items as rows; with boxes where something can be done with several. */
export function ItemTable({ list, chosen }: ItemTableProps) {
  return (
    <div class="table-frame">
      <table class="office-table as-cards item-table">
        <caption class="unseen">事项，每行一个</caption>
        <thead>
          <tr>
            {chosen !== undefined && (
              <th scope="col" class="choice">
                <span class="unseen">选择</span>
              </th>
            )}
            <th scope="col">事项</th>
            <th scope="col">单位</th>
            <th scope="col">类型</th>
            <th scope="col">状态</th>
            <th scope="col">承诺／法定</th>
            <th scope="col">指南</th>
          </tr>
        </thead>
        <tbody>
          {list.data.map((row) => (
            <Row key={row.code} row={row} isChosen={chosen?.includes(row.code)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, isChosen }: { row: OfficeItemRow; isChosen: boolean | undefined }) {
  return (
    <tr>
      {isChosen !== undefined && (
        <td class="choice">
          <label class="tick">
            <input type="checkbox" name="item" value={row.code} checked={isChosen} />
            <span class="unseen">选择 {row.name}</span>
          </label>
        </td>
      )}
      <th scope="row">
        <a href={officePaths.item(row.code)}>{row.name}</a>
        <span class="quiet code">{row.code}</span>
      </th>
      <td data-label="单位">{row.agencyName}</td>
      <td data-label="类型">{labels.type[row.type]}</td>
      <td data-label="状态">
        <State state={row.state} />
      </td>
      <td data-label="承诺／法定" class="limits">
        <Limit limit={row.promisedTimeLimit} none="无" />／<Limit limit={row.statutoryTimeLimit} none="无" />
      </td>
      <td data-label="指南">
        <GuideWords row={row} />
      </td>
    </tr>
  )
}

/** How it stands with the guide: being written, missing, asked for, faulty. */
function GuideWords({ row: { edition, hasGuide, isAsked, errors } }: { row: OfficeItemRow }) {
  return (
    <>
      {!hasGuide && <span class="word word-over">没有指南</span>}
      {hasGuide && edition === null && <span class="word">已发布</span>}
      {edition !== null && <a href={officePaths.draft(edition.id)}>{editionStateLabels[edition.state]}</a>}
      {isAsked && <span class="word word-near">待复核</span>}
      {errors !== null && errors > 0 && <span class="word word-over">{errors} 个错误</span>}
    </>
  )
}
