import type { Movement } from '../../src/domain/decisions/ledger.ts'
import type { LifeEntry } from '../../src/use-cases/use-cases.ts'
import { Day } from './day.tsx'
import { DecisionLink } from './decision-words.tsx'
import { writeChange } from './effect-table.tsx'
import { paths, withParameters } from './links.ts'
import { type AccountOf, type LedgerAccount, movementsOf, nameMovement, sumMovements } from './movements.ts'

/** One item that moved, and what moved it. */
export interface LedgerMove {
  code: string
  events: readonly LifeEntry[]
}
/** The items behind each movement of an account. */
export type LedgerMoves = Readonly<Partial<Record<Movement, readonly LedgerMove[]>>>

export interface AccountProps {
  account: LedgerAccount
  of: AccountOf
  /** The day before the first day, whose catalogue is the opening. */
  eve: string
  to: string
}

/** The items of an account on a day: the rows behind an opening or a closing. */
export function pathOfDay({ kind, code }: Pick<AccountOf, 'kind' | 'code'>, asOf: string): string {
  return withParameters(paths.items, { ...(kind === 'city' ? {} : { [kind]: code }), asOf })
}

/** Opening, movements and closing in a table; every number leads to its rows. */
export function AccountTable({ account, of, eve, to }: AccountProps) {
  let running = account.opening
  const lines = movementsOf(account).map(({ movement, change }) => {
    running += change
    return { movement, change, running }
  })
  return (
    <table class="numbers narrow">
      <caption>{of.name}的账，点数字看后面的事项</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">数量</th>
          <th scope="col">累计</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">期初</th>
          <td>
            <a href={pathOfDay(of, eve)}>{account.opening}</a>
          </td>
          <td>{account.opening}</td>
        </tr>
        {lines.map((line) => (
          <tr key={line.movement}>
            <th scope="row">{nameMovement(line.movement, of)}</th>
            <td>
              <a href={`#move-${line.movement}`}>{writeChange(line.change)}</a>
            </td>
            <td>{line.running}</td>
          </tr>
        ))}
        <tr class="sum-row">
          <th scope="row">期末</th>
          <td>
            <a href={pathOfDay(of, to)}>{account.closing}</a>
          </td>
          <td>{account.closing}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** 期初 + 增加 − 减少 = 期末, and whether it is so, by word and shape. */
export function Proof({ account }: { account: LedgerAccount }) {
  const { added, removed } = sumMovements(account)
  return (
    <p class={account.balanced ? 'proof proof-met' : 'proof proof-over'}>
      <span class="sum">
        期初 {account.opening} + 增加 {added} − 减少 {removed} = 期末 {account.closing}
      </span>{' '}
      <b>{writeBalance(account)}</b>
    </p>
  )
}

/** Whether an account adds up, in a word with a shape. */
export function writeBalance({ balanced }: Pick<LedgerAccount, 'balanced'>): string {
  return balanced ? '✓ 相符' : '✗ 不符'
}

/** Under the table: the items behind each movement, with the decision and its row. */
export function MoveRows({ account, of, moves }: { account: LedgerAccount; of: AccountOf; moves: LedgerMoves }) {
  const present = movementsOf(account)
  if (present.length === 0) return <p>这段时间里没有增减。</p>
  return (
    <>
      {present.map(({ movement, change }) => (
        <section key={movement} id={`move-${movement}`} class="moves" aria-labelledby={`title-${movement}`}>
          <h3 id={`title-${movement}`}>
            {nameMovement(movement, of)}（{Math.abs(change)} 次）
          </h3>
          <ol class="move-list">
            {(moves[movement] ?? []).map((move) => (
              <li key={move.code}>
                <a href={paths.item(move.code)}>{move.events.at(-1)?.after.name ?? move.code}</a>
                {move.events.map((event) => (
                  <span key={`${event.day}-${event.kind}`} class="hint">
                    <Day day={event.day} />
                    ，<DecisionLink decision={event.decision} row={event.row} />
                  </span>
                ))}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
