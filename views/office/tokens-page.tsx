import type { Violation } from '../../src/domain/catalog-error.ts'
import { wordsOfAction } from '../../src/domain/office/record-words.ts'
import { may } from '../../src/domain/office/rights.ts'
import { tokenActions } from '../../src/domain/office/token-actions.ts'
import type { TokenSummary } from '../../src/use-cases/office/create-office.ts'
import { Day } from '../parts/day.tsx'
import { ScrollArea } from '../parts/scroll-area.tsx'
import { ErrorSummary, fieldId } from './error-summary.tsx'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface TokensPageProps {
  frame: OfficeFrame
  tokens: readonly TokenSummary[]
  /** A key that was just made: shown this once. */
  issued?: { key: string; label: string }
  violations?: readonly Violation[]
  typed?: { label: string; lastDay: string; scopes: readonly string[] }
}

/** 接口令牌 */
export function TokensPage(props: TokensPageProps) {
  const { frame, tokens, issued, violations = [] } = props
  const isKeeper = may(frame.actor, 'account.manage')
  return (
    <OfficeLayout frame={frame} title="接口令牌">
      <h1>接口令牌</h1>
      <p>别的系统凭令牌代本账号做指定的事，不用密码。每一步都记在本账号名下。</p>
      <ErrorSummary violations={violations} />
      {issued && (
        <div class="notice" role="status">
          <p>“{issued.label}”的令牌，只显示这一次，请马上存进对方系统：</p>
          <p>
            <code class="record-digest">{issued.key}</code>
          </p>
        </div>
      )}
      <ScrollArea label="接口令牌">
        <table class="office-table as-cards">
          <caption>{tokens.length === 0 ? '还没有令牌' : `${tokens.length} 个令牌`}</caption>
          <thead>
            <tr>
              <th scope="col">用途</th>
              {isKeeper && <th scope="col">账号</th>}
              <th scope="col">能做什么</th>
              <th scope="col">建立</th>
              <th scope="col">用到</th>
              <th scope="col">状态</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.label}</th>
                {isKeeper && <td data-label="账号">{token.account}</td>}
                <td data-label="能做什么">{token.scopes.map(wordsOfAction).join('、')}</td>
                <td data-label="建立">
                  <Day day={token.createdAt} />
                </td>
                <td data-label="用到">
                  <Day day={token.expiresAt} />
                </td>
                <td data-label="状态">{token.revokedAt !== null ? '已撤销' : token.isOver ? '已到期' : '在用'}</td>
                <td data-label="操作">
                  {!token.isOver && (
                    <form method="post" action={`${officePaths.tokens}/${token.id}/revoke`}>
                      <FormKey frame={frame} />
                      <button type="submit" class="plain" aria-label={`撤销 ${token.label}`}>
                        撤销
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {may(frame.actor, 'token.manage') && <NewTokenForm {...props} />}
    </OfficeLayout>
  )
}

function NewTokenForm({ frame, typed }: TokensPageProps) {
  return (
    <form method="post" action={officePaths.tokens} class="stacked">
      <h2>新建令牌</h2>
      <FormKey frame={frame} />
      <label for={fieldId('/label')}>用途：给哪个系统用</label>
      <input id={fieldId('/label')} name="label" value={typed?.label} autocomplete="off" required />
      <label for={fieldId('/lastDay')}>用到哪一天（最长一年）</label>
      <input id={fieldId('/lastDay')} name="lastDay" type="date" value={typed?.lastDay} required />
      <fieldset id={fieldId('/scopes')}>
        <legend>能做什么（不超过本账号能做的）</legend>
        {tokenActions
          .filter((action) => may(frame.actor, action))
          .map((action) => (
            <label key={action}>
              <input type="checkbox" name="scopes" value={action} checked={typed?.scopes.includes(action)} />{' '}
              {wordsOfAction(action)}
            </label>
          ))}
      </fieldset>
      <button type="submit">新建令牌</button>
    </form>
  )
}
