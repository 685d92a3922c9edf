import type { Finding } from '../../src/domain/finding.ts'

export const severityWords: Readonly<Record<Finding['severity'], string>> = {
  error: '错误',
  warning: '提醒',
  hint: '建议',
}
export const severityMarks: Readonly<Record<Finding['severity'], string>> = { error: '✕', warning: '▲', hint: '○' }

/** What the rules say of a decision, in plain words; the row it concerns is linked. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">规则检查</h2>
      <ul class="findings">
        {findings.map((finding) => {
          const row = /^\/actions\/(\d+)/.exec(finding.path)?.[1]
          return (
            <li key={`${finding.rule}-${finding.path}-${finding.message}`} class={`finding-${finding.severity}`}>
              <b>
                <span aria-hidden="true">{severityMarks[finding.severity]}</span> {severityWords[finding.severity]}
              </b>{' '}
              {finding.message}
              {row !== undefined && (
                <>
                  {' '}
                  <a href={`#row-${Number(row) + 1}`}>看第 {Number(row) + 1} 行</a>
                </>
              )}
              {finding.basis && <span class="hint">{finding.basis}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
