import type { Finding } from '../../../src/domain/finding.ts'
import { severityMarks, severityWords } from '../../parts/findings.tsx'

const order = ['error', 'warning', 'hint'] as const

/** What the rules say of an item, errors first. */
export function ItemFindings({ findings }: { findings: readonly Finding[] }) {
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">规则检查</h2>
      {sorted.length === 0 ? (
        <p>没有发现问题。</p>
      ) : (
        <ul class="findings">
          {sorted.map(({ rule, severity, path, message, basis, mend }) => (
            <li key={`${rule}-${path}-${message}`} class={`finding-${severity}`}>
              <b>
                <span aria-hidden="true">{severityMarks[severity]}</span> {severityWords[severity]}
              </b>{' '}
              {message}
              {mend}
              {basis !== null && <span class="hint">{basis}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
