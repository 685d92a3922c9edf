import type { Violation } from '../../src/domain/catalog-error.ts'
import { roleLabels } from '../../src/domain/office/roles.ts'
import { ErrorSummary, fieldId } from './error-summary.tsx'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'
import { OfficeLayout } from './office-layout.tsx'

interface PasswordPageProps {
  frame: OfficeFrame
  /** Whether nothing else can be done before. */
  mustChange: boolean
  isDone?: boolean
  violations?: readonly Violation[]
}

/** 我的账号：改密码，在所有地方退出 */
export function PasswordPage({ frame, mustChange, isDone = false, violations = [] }: PasswordPageProps) {
  const { actor, agencyName } = frame
  return (
    <OfficeLayout frame={frame} title="我的账号">
      <h1>我的账号</h1>
      <p>
        {actor.name}（{actor.account}），{agencyName ?? '全市'}，{roleLabels[actor.role]}
      </p>
      <ErrorSummary violations={violations} />
      {mustChange && <p class="notice">这是别人发给您的密码，请先换成自己的，再开始工作。</p>}
      {isDone && (
        <p class="notice" role="status">
          密码已改，其他地方的登录都已退出。
        </p>
      )}
      <h2>改密码</h2>
      <p class="quiet">至少 12 个字，越长越安全；可以是一句自己记得住的话，不要求数字和符号。</p>
      <form method="post" action={officePaths.password} class="stacked">
        <FormKey frame={frame} />
        <input type="hidden" name="username" value={actor.account} autocomplete="username" />
        <label for={fieldId('/current')}>现在的密码</label>
        <input id={fieldId('/current')} name="current" type="password" autocomplete="current-password" required />
        <label for={fieldId('/password')}>新密码</label>
        <input id={fieldId('/password')} name="password" type="password" autocomplete="new-password" required />
        <button type="submit">改密码</button>
      </form>
      <h2>在所有地方退出</h2>
      <p>在别的电脑上忘了退出，或者担心有人用了您的账号时使用。这里也会退出。</p>
      <form method="post" action={officePaths.signOutEverywhere}>
        <FormKey frame={frame} />
        <button type="submit" class="secondary">
          在所有地方退出
        </button>
      </form>
    </OfficeLayout>
  )
}
