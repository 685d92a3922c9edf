import type { Violation } from '../../src/domain/catalog-error.ts'

/** What has to be mended before a form is taken, with links to its fields; nothing when all is well. */
export function ErrorSummary({ violations }: { violations: readonly Pick<Violation, 'pointer' | 'message'>[] }) {
  if (violations.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1}>
      <h2>有 {violations.length} 处要改，还没有保存</h2>
      <ul>
        {violations.map(({ pointer, message }) => (
          <li key={pointer + message}>
            <a href={`#${fieldId(pointer)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Id of the field that a JSON pointer names: `/displayName` is `f-displayName`. */
export function fieldId(pointer: string): string {
  return `f${pointer.replaceAll('/', '-')}`
}
