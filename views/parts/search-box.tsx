import { AskedDayField } from './link.tsx'
import { paths } from './links.ts'

interface SearchBoxProps {
  id: string
  words?: string
  /** Small, in the header: the label is there for screen readers only. */
  compact?: boolean
  /** Filters to keep when the words change. */
  keep?: Readonly<Record<string, string | undefined>>
}

/** One box to find an item; `suggest.js` turns it into a combobox. */
export function SearchBox({ id, words = '', compact = false, keep = {} }: SearchBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` is an element of HTML, but older browsers give it no role.
    <form
      class={compact ? 'search search-compact' : 'search'}
      action={paths.items}
      method="get"
      role="search"
      aria-label={compact ? '搜索事项' : '查找事项'}
    >
      <label for={id} class={compact ? 'unseen' : undefined}>
        要办什么事？
      </label>
      <div class="search-row">
        <input
          id={id}
          name="q"
          type="search"
          value={words}
          maxLength={200}
          autocomplete="off"
          enterkeyhint="search"
          placeholder={compact ? '搜索事项' : '例如：开餐馆、施工许可、sgxk'}
          data-suggest
        />
        {Object.entries(keep).map(
          ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <AskedDayField />
        <button type="submit">搜索</button>
      </div>
    </form>
  )
}
