import type { DescribedChange } from '../../src/web/office/form/describe-changes.ts'

export type { DescribedChange } from '../../src/web/office/form/describe-changes.ts'

const kindWords: Readonly<Record<DescribedChange['kind'], string>> = {
  added: '新增',
  removed: '删去',
  changed: '改动',
  moved: '移动',
}

/**
 * Differences of two contents: where, of what kind, and word by word. Colour is never alone: what was removed is struck out.
 *
 * `title`: what stands above already.
 */
export function ContentChanges({ changes, title }: { changes: readonly DescribedChange[]; title?: string }) {
  return (
    <ul class="content-changes">
      {changes.map((change) => (
        <li key={change.name + change.kind + change.label} class={`change-${change.kind}`}>
          {change.label !== title && <b>{change.label} </b>}
          <span class="change-kind">{kindWords[change.kind]}</span>
          <ChangedText change={change} />
        </li>
      ))}
    </ul>
  )
}

function ChangedText({ change: { parts, places } }: { change: DescribedChange }) {
  if (places !== undefined) {
    return (
      <p class="changed-text">
        从第 {places.before} 项移到第 {places.after} 项
      </p>
    )
  }
  return (
    <p class="changed-text">
      {parts.map(({ kind, text }, index) =>
        kind === 'added' ? (
          <ins key={index}>{text}</ins>
        ) : kind === 'removed' ? (
          <del key={index}>{text}</del>
        ) : (
          <span key={index}>{text}</span>
        ),
      )}
    </p>
  )
}
