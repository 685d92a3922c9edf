import type { Violation } from '../../src/domain/catalog-error.ts'
import { isOfAgency, roleLabels, roles } from '../../src/domain/office/roles.ts'
import type { AccountSummary } from '../../src/use-cases/office/create-office.ts'
import { Day } from '../parts/day.tsx'
import { ScrollArea } from '../parts/scroll-area.tsx'
import { ErrorSummary, fieldId } from './error-summary.tsx'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface AccountsPageProps {
  frame: OfficeFrame
  accounts: readonly AccountSummary[]
  agencies: readonly { code: string; name: string }[]
  /** A password that was just made: shown this once. */
  issued?: { name: string; password: string } | undefined
  violations?: readonly Violation[]
  typed?: Partial<Record<'name' | 'displayName' | 'role' | 'agency', string>>
}

/** 账号 */
export function AccountsPage(props: AccountsPageProps) {
  const { frame, accounts, agencies, issued, violations = [] } = props
  const nameOf = (code: string | null) => agencies.find((agency) => agency.code === code)?.name ?? '全市'
  return (
    <OfficeLayout frame={frame} title="账号">
      <h1>账号</h1>
      <ErrorSummary violations={violations} />
      {issued && <IssuedPassword {...issued} />}
      <ScrollArea label="账号">
        <table class="office-table as-cards">
          <caption>{accounts.length} 个账号</caption>
          <thead>
            <tr>
              <th scope="col">登录名</th>
              <th scope="col">姓名</th>
              <th scope="col">角色</th>
              <th scope="col">单位</th>
              <th scope="col">状态</th>
              <th scope="col">建立</th>
              <th scope="col">操作</th>
            </tr>
          </thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.name}>
                <th scope="row">{account.name}</th>
                <td data-label="姓名">{account.displayName}</td>
                <td data-label="角色">{roleLabels[account.role]}</td>
                <td data-label="单位">{nameOf(account.agency)}</td>
                <td data-label="状态">{account.disabled ? '已停用' : account.mustChange ? '等待首次登录' : '在用'}</td>
                <td data-label="建立">
                  <Day day={account.createdAt} />
                </td>
                <td data-label="操作">
                  <AccountButtons frame={frame} account={account} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <NewAccountForm {...props} />
    </OfficeLayout>
  )
}

function IssuedPassword({ name, password }: { name: string; password: string }) {
  return (
    <div class="notice" role="status">
      <p>
        <strong>{name}</strong> 的一次性密码，只显示这一次，请当面或用电话告诉本人：
      </p>
      <p>
        <code class="issued-password">{password}</code>
      </p>
      <p>本人第一次登录时要换成自己的密码。</p>
    </div>
  )
}

function AccountButtons({ frame, account }: { frame: OfficeFrame; account: AccountSummary }) {
  const isOwn = account.name === frame.actor.account
  const button = (action: string, label: string) => (
    <form method="post" action={`${officePaths.account(account.name)}/${action}`}>
      <FormKey frame={frame} />
      <button type="submit" class="plain" aria-label={`${label} ${account.name}`}>
        {label}
      </button>
    </form>
  )
  return (
    <div class="row-actions">
      {button('password', '重发密码')}
      {!isOwn && (account.disabled ? button('enable', '启用') : button('disable', '停用'))}
    </div>
  )
}

function NewAccountForm({ frame, agencies, typed = {} }: AccountsPageProps) {
  return (
    <form method="post" action={officePaths.accounts} class="stacked">
      <h2>新建账号</h2>
      <FormKey frame={frame} />
      <label for={fieldId('/name')}>登录名（小写字母、数字、点或短横）</label>
      <input id={fieldId('/name')} name="name" value={typed.name} autocapitalize="none" autocomplete="off" required />
      <label for={fieldId('/displayName')}>姓名</label>
      <input id={fieldId('/displayName')} name="displayName" value={typed.displayName} autocomplete="off" required />
      <label for={fieldId('/role')}>角色</label>
      <select id={fieldId('/role')} name="role" required>
        <option value="">请选择</option>
        {roles.map((role) => (
          <option key={role} value={role} selected={typed.role === role}>
            {roleLabels[role]}
            {isOfAgency(role) ? '（要选单位）' : '（全市）'}
          </option>
        ))}
      </select>
      <label for={fieldId('/agency')}>单位</label>
      <select id={fieldId('/agency')} name="agency">
        <option value="">全市</option>
        {agencies.map(({ code, name }) => (
          <option key={code} value={code} selected={typed.agency === code}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">新建，并发一次性密码</button>
    </form>
  )
}
