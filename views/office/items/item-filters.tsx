import type { OfficeItemList, OfficeItemQuery } from '../../../src/use-cases/office/items/create-item-desk.ts'
import { type OfficeFrame, officePaths } from '../frame.ts'

interface ItemFiltersProps {
  frame: OfficeFrame
  list: OfficeItemList
  query: OfficeItemQuery
}

const titles = { agency: '单位', type: '类型', state: '状态', audience: '服务对象', theme: '主题' } as const
const facetNames = Object.keys(titles) as (keyof typeof titles)[] // the table has every facet as its key

/** What the list is narrowed by. */
export function ItemFilters({ frame, list, query }: ItemFiltersProps) {
  const names = facetNames.filter((name) => name !== 'agency' || frame.actor.agency === null)
  return (
    <form method="get" action={officePaths.items} class="filters">
      <div class="field wide">
        <label for="q">名称、编码或说法</label>
        <input id="q" name="q" type="search" value={query.q ?? ''} />
      </div>
      {names.map((name) => (
        <Choice
          key={name}
          name={name}
          title={titles[name]}
          chosen={query.filters[name]}
          options={list.choices[name].map(({ value, label }) => [value, label])}
        />
      ))}
      <Choice
        name="draft"
        title="指南草稿"
        chosen={query.draft}
        options={[
          ['open', '正在写'],
          ['none', '没有草稿'],
        ]}
      />
      <Choice name="guide" title="指南" chosen={query.guide} options={[['missing', '还没有指南']]} />
      <Choice name="findings" title="规则检查" chosen={query.findings} options={[['errors', '有错误']]} />
      <div class="filter-buttons">
        <button type="submit">筛选</button>
        <a href={officePaths.items}>全部</a>
      </div>
    </form>
  )
}

interface ChoiceProps {
  name: string
  title: string
  chosen: string | undefined
  options: readonly (readonly [value: string, label: string])[]
}

function Choice({ name, title, chosen, options }: ChoiceProps) {
  return (
    <div class="field">
      <label for={`by-${name}`}>{title}</label>
      <select id={`by-${name}`} name={name}>
        <option value="">不限</option>
        {options.map(([value, label]) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
