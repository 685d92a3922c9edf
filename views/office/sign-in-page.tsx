import type { PageFrame } from '../parts/frame.ts'
import { paths } from '../parts/links.ts'
import { officePaths } from './frame.ts'
import { OfficeDocument } from './office-layout.tsx'

interface SignInPageProps {
  frame: PageFrame
  /** The page to go to afterwards. */
  back: string
  /** What went wrong, or why one has to sign in again. */
  message?: string | undefined
  name?: string
  /** What was posted when the session had ended, as it goes on after the sign-in. */
  resume?: string | undefined
}

/** 登录 */
export function SignInPage({ frame, back, message, name = '', resume }: SignInPageProps) {
  return (
    <OfficeDocument title={`登录 · ${frame.city}办事 后台`} frame={frame}>
      <main id="content" class="page sign-in" tabIndex={-1}>
        <h1>{frame.city}办事 后台</h1>
        <p class="quiet">
          供各单位编辑、审核和审改办使用。办事群众请到 <a href={paths.home}>办事网站</a>。
        </p>
        {message !== undefined && (
          <p class="error-line" role="alert">
            {message}
          </p>
        )}
        {resume !== undefined && <p class="notice">刚才填写的内容还在，登录后接着保存。</p>}
        <form method="post" action={officePaths.signIn} class="stacked">
          <input type="hidden" name="back" value={back} />
          {resume !== undefined && <input type="hidden" name="resume" value={resume} />}
          <label for="name">登录名</label>
          <input
            id="name"
            name="name"
            value={name}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
          />
          <label for="password">密码</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
          <button type="submit">登录</button>
        </form>
        <p class="quiet">忘记密码，请找本系统的管理员重新发一个。</p>
      </main>
    </OfficeDocument>
  )
}
