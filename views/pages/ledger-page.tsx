import type { LedgerAnswer } from '../../src/use-cases/use-cases.ts'
import { Day } from '../parts/day.tsx'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { AccountTable, type LedgerMoves, MoveRows, Proof, pathOfDay, writeBalance } from '../parts/ledger-account.tsx'
import { paths, withParameters } from '../parts/links.ts'
import { type AccountOf, type LedgerAccount, sumMovements } from '../parts/movements.ts'
import { ScrollArea } from '../parts/scroll-area.tsx'
import { type AskedSpan, type DatedDecision, QuickSpans, SpanForm, shortDay } from '../parts/span-form.tsx'
import { hasCutAxis, Waterfall } from '../parts/waterfall.tsx'

export interface LedgerPageProps {
  frame: PageFrame
  asked: AskedSpan
  decisions: readonly DatedDecision[]
  /** `null`: the days asked for cannot be answered. */
  shown: {
    ledger: LedgerAnswer
    /** The day before the first. */
    eve: string
    account: LedgerAccount
    of: AccountOf
    moves: LedgerMoves
  } | null
}

/** 台账: from opening to closing, for the city, an agency or a type, with the rows behind every number. */
export function LedgerPage({ frame, asked, decisions, shown }: LedgerPageProps) {
  const of = shown?.of
  const isWhole = of === undefined || of.kind === 'city'
  const title = isWhole ? '台账' : `台账：${of.name}`
  const keep = isWhole ? {} : { [of.kind]: of.code }
  return (
    <Layout
      frame={frame}
      title={title}
      description="行政审批事项从期初到期末：承接、新增、取消、下放、合并各多少。"
      crumbs={
        isWhole ? [] : [{ label: '台账', href: withParameters(paths.ledger, { from: asked.from, to: asked.to }) }]
      }
    >
      <h1>{title}</h1>
      <p class="lead">在用事项的账：期初有多少，增加了什么，减少了什么，期末剩多少。每个数字都能点到事项。</p>
      <SpanForm action={paths.ledger} asked={asked} words={{ from: '从哪天起', to: '到哪天止' }} keep={keep} />
      <QuickSpans action={paths.ledger} {...quickSpans(decisions)} heading="决定施行的日子" />
      {shown === null ? (
        <p class="notice">日期有写错的地方，改好以后再看。</p>
      ) : (
        <Shown {...shown} to={asked.to} from={asked.from} />
      )}
    </Layout>
  )
}

function quickSpans(decisions: readonly DatedDecision[]) {
  const days = [...new Set(decisions.map(({ effectiveOn }) => effectiveOn))].sort()
  const years = [...new Set(days.map((day) => day.slice(0, 4)))]
  return {
    shown: years.map((year) => ({ label: `${year}年`, from: `${year}-01-01`, to: `${year}-12-31` })),
    folded: days.map((day) => ({ label: shortDay(day), from: day, to: day })),
  }
}

type ShownProps = NonNullable<LedgerPageProps['shown']> & { from: string; to: string }

function Shown({ ledger, eve, account, of, moves, from, to }: ShownProps) {
  return (
    <>
      <section aria-labelledby="account">
        <h2 id="account">
          <Day day={from} />到<Day day={to} />
        </h2>
        <div class="account">
          <Waterfall account={account} of={of} />
          <AccountTable account={account} of={of} eve={eve} to={to} />
        </div>
        {hasCutAxis(account) && <p class="hint">为了看清增减，横条不从 0 画起，期初和期末的左端用锯齿标出。</p>}
        <Proof account={account} />
        <p>
          <a href={withParameters(paths.difference, { from: eve, to })}>逐项对比这两天</a>
          ：期初是前一天（{shortDay(eve)}）结束时的目录。
        </p>
      </section>
      {of.kind === 'city' && (
        <>
          <Accounts
            kind="agency"
            title="按部门"
            first="部门"
            accounts={ledger.agencies.filter(isUsed)}
            span={{ from, to, eve }}
          />
          <Accounts
            kind="type"
            title="按类型"
            first="类型"
            accounts={ledger.types.map((entry) => ({ ...entry, code: entry.type, name: entry.label }))}
            span={{ from, to, eve }}
          />
        </>
      )}
      <section aria-labelledby="moves">
        <h2 id="moves">数字后面的事项</h2>
        <MoveRows account={account} of={of} moves={moves} />
      </section>
    </>
  )
}

function isUsed(account: LedgerAccount): boolean {
  const { added, removed } = sumMovements(account)
  return account.opening + account.closing + added + removed > 0
}

interface AccountsProps {
  kind: 'agency' | 'type'
  title: string
  first: string
  accounts: readonly (LedgerAccount & { code: string; name: string })[]
  span: { from: string; to: string; eve: string }
}

/** One line an account, with its own proof; every number leads to its rows. */
function Accounts({ kind, title, first, accounts, span: { from, to, eve } }: AccountsProps) {
  const own = (code: string) => withParameters(paths.ledger, { from, to, [kind]: code })
  return (
    <section aria-labelledby={`by-${kind}`}>
      <h2 id={`by-${kind}`}>{title}</h2>
      <ScrollArea label={`${title}的账`}>
        <table class="numbers">
          <caption>期初 + 增加 − 减少 = 期末；点名称看这一本账</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col">期初</th>
              <th scope="col">增加</th>
              <th scope="col">减少</th>
              <th scope="col">期末</th>
              <th scope="col">核对</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => {
              const { added, removed } = sumMovements(account)
              const of = { kind, code: account.code, name: account.name }
              return (
                <tr key={account.code}>
                  <th scope="row">
                    <a href={own(account.code)}>{account.name}</a>
                  </th>
                  <td>
                    <a href={pathOfDay(of, eve)}>{account.opening}</a>
                  </td>
                  <td>{added === 0 ? 0 : <a href={`${own(account.code)}#moves`}>+{added}</a>}</td>
                  <td>{removed === 0 ? 0 : <a href={`${own(account.code)}#moves`}>−{removed}</a>}</td>
                  <td>
                    <a href={pathOfDay(of, to)}>{account.closing}</a>
                  </td>
                  <td>{writeBalance(account)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}
