import type { ComponentChildren } from 'preact'
import { idOf } from './form-state.ts'

interface RowFrameProps {
  /** Name of the row: `guide.materials.0`. */
  row: string
  noun: string
  /** Counted from 0. */
  place: number
  isLast: boolean
  /** Name of what the row holds; empty: it has none. */
  called: string
  /** Whether one goes on here. */
  isNext: boolean
  children: ComponentChildren
}

/** One row of a list: what it is, its fields, and the buttons that move and remove it; they work without script. */
export function RowFrame({ row, noun, place, isLast, called, isNext, children }: RowFrameProps) {
  const title = `${noun} ${place + 1}`
  return (
    <li class="row" data-row={row} data-noun={noun}>
      <fieldset id={idOf(row)} tabIndex={-1} autofocus={isNext}>
        <legend>
          <span data-title>{title}</span> <span class="row-name">{called}</span>
        </legend>
        {children}
        <div class="row-actions">
          <RowButton verb="up" label="上移" row={row} title={title} isOff={place === 0} />
          <RowButton verb="down" label="下移" row={row} title={title} isOff={isLast} />
          <RowButton verb="remove" label="删除" row={row} title={title} isOff={false} />
        </div>
      </fieldset>
    </li>
  )
}

interface RowButtonProps {
  verb: 'up' | 'down' | 'remove'
  label: string
  row: string
  title: string
  isOff: boolean
}

function RowButton({ verb, label, row, title, isOff }: RowButtonProps) {
  return (
    <button type="submit" class="plain" name="_do" value={`${verb} ${row}`} disabled={isOff}>
      {label}
      <span class="unseen" data-title>
        {title}
      </span>
    </button>
  )
}
