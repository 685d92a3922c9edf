import { may } from '../../../src/domain/office/rights.ts'
import { fieldId } from '../error-summary.tsx'
import type { OfficeFrame } from '../frame.ts'

interface BulkBarProps {
  frame: OfficeFrame
  themes: readonly string[]
  comment: string
  themeAction: string
}

/** What can be done with the chosen items; with script it appears when something is chosen. */
export function BulkBar({ frame, themes, comment, themeAction }: BulkBarProps) {
  return (
    <fieldset class="bulk-bar" id={fieldId('/items')} tabIndex={-1}>
      <legend>
        对勾选的
        <span data-bulk-count /> 事项
      </legend>
      {may(frame.actor, 'item.askReview') && (
        <div class="bulk-act">
          <label for={fieldId('/comment')}>留言给单位</label>
          <input id={fieldId('/comment')} name="comment" value={comment} maxLength={1000} autocomplete="off" />
          <button type="submit">请单位复核指南</button>
        </div>
      )}
      {may(frame.actor, 'item.write') && (
        <div class="bulk-act">
          <label for={fieldId('/theme')}>主题</label>
          <select id={fieldId('/theme')} name="theme">
            <option value="">请选择</option>
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {theme}
              </option>
            ))}
          </select>
          <button type="submit" class="secondary" formaction={themeAction}>
            加上这个主题
          </button>
        </div>
      )}
      <p class="quiet">主题马上生效；有草稿开着的，以草稿发布时写的主题为准。</p>
    </fieldset>
  )
}
