import type { Violation } from '../../../src/domain/catalog-error.ts'
import { additions, type Ledger, movementLabels, removals } from '../../../src/domain/decisions/ledger.ts'
import type { AdjustmentDecision } from '../../../src/schema/types.ts'
import type { DraftVerdict } from '../../../src/use-cases/office/decisions/create-decision-desk.ts'
import { ActionCounts } from '../../parts/action-counts.tsx'
import { Day } from '../../parts/day.tsx'
import { DeclaredTotals } from '../../parts/decision-facts.tsx'
import { EffectTables } from '../../parts/effect-table.tsx'
import { severityMarks, severityWords } from '../../parts/findings.tsx'
import { fieldId } from '../error-summary.tsx'

/** What the verdict is about. */
export type JudgedDecision = Pick<AdjustmentDecision, 'declared' | 'actions'>

interface DecisionVerdictProps {
  judged: JudgedDecision
  verdict: DraftVerdict
  agencies: readonly { code: string; name: string }[]
}

/** If it were adopted as it stands: what keeps it out, and what it does to every number. */
export function DecisionVerdict({ judged, verdict, agencies }: DecisionVerdictProps) {
  const { violations, findings, effect, ledger, leftOut } = verdict
  return (
    <>
      <h2>如果照这样通过</h2>
      <ActionCounts actions={judged.actions} />
      {violations.length === 0 ? (
        <p class="verdict-line met">✓ 没有矛盾，可以通过。</p>
      ) : (
        <section aria-label="不能通过的原因">
          <p class="verdict-line over">✕ 还不能通过，有 {violations.length} 处：</p>
          <ul class="verdict-list">
            {violations.map((violation) => (
              <li key={violation.pointer + violation.message}>
                <a href={`#${fieldId(violation.pointer)}`}>
                  {placeOf(violation)}
                  {violation.message}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && (
        <ul class="verdict-list">
          {findings.map(({ severity, message, rule, path }) => (
            <li key={rule + path + message}>
              <b>
                <span aria-hidden="true">{severityMarks[severity]}</span> {severityWords[severity]}
              </b>{' '}
              {message}
            </li>
          ))}
        </ul>
      )}
      <DeclaredTotals decision={judged} />
      <section aria-label="数字">
        <h2>施行那天的数字</h2>
        {effect === null || ledger === null ? (
          <p>有了施行日期、消除了矛盾，才算得出数字。</p>
        ) : (
          <>
            {leftOut.length > 0 && <p class="notice-line warn">第 {leftOut.join('、')} 行有问题，没有算进去。</p>}
            <DayAccount ledger={ledger} />
            <EffectTables {...effect} agencies={agencies} heads={['没有它', '有它']} />
          </>
        )}
      </section>
    </>
  )
}

/** The verdict in a line, for screens that have no room for it beside the form. */
export function writeBrief({ violations, ledger }: Pick<DraftVerdict, 'violations' | 'ledger'>): string {
  const verdict = violations.length === 0 ? '✓ 可以通过' : `✕ ${violations.length} 处不能通过`
  return ledger === null ? verdict : `${verdict}，在用事项 ${ledger.opening} → ${ledger.closing}`
}

/** Where it stands, in words. */
function placeOf({ pointer }: Violation): string {
  const [, list, row] = pointer.split('/')
  if (row === undefined || !/^\d+$/.test(row)) return ''
  if (list === 'actions') return `第 ${Number(row) + 1} 行 `
  return list === 'created' ? `要新建的第 ${Number(row) + 1} 个 ` : ''
}

/** Opening, movements, closing of the day, for the city and for agencies in which something moved. */
function DayAccount({ ledger }: { ledger: Ledger }) {
  const moving = ledger.agencies.filter((account) => account.opening !== account.closing || hasMoved(account))
  return (
    <>
      <p>
        <Day day={ledger.from} />
        的台账：{sumOf(ledger)} {ledger.balanced ? '✓ 平' : '✕ 不平'}
      </p>
      {moving.length > 0 && (
        <details>
          <summary>{moving.length} 个单位的台账</summary>
          <ul class="plain">
            {moving.map((account) => (
              <li key={account.code}>
                {account.name}：{sumOf(account)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type Account = Pick<Ledger, 'opening' | 'closing' | 'movements'>

function hasMoved({ movements }: Account): boolean {
  return [...additions, ...removals].some((name) => movements[name] > 0)
}

/** 期初 432 ＋ 承接 59 − 取消 8 ＝ 期末 483 */
function sumOf({ opening, closing, movements }: Account): string {
  const words = (names: readonly (keyof Account['movements'])[], sign: string) =>
    names.filter((name) => movements[name] > 0).map((name) => ` ${sign} ${movementLabels[name]} ${movements[name]}`)
  return `期初 ${opening}${words(additions, '＋').join('')}${words(removals, '−').join('')} ＝ 期末 ${closing}`
}
