import type { ComponentChildren } from 'preact'
import { may } from '../../src/domain/office/rights.ts'
import { roleLabels } from '../../src/domain/office/roles.ts'
import { FormKey } from './form-key.tsx'
import { type OfficeFrame, officePaths } from './frame.ts'

interface OfficeLayoutProps {
  frame: OfficeFrame
  title: string
  /** The way here from the desk, without the page itself. */
  crumbs?: readonly { label: string; href: string }[]
  /** Modules of this page in /assets. */
  scripts?: readonly string[]
  children: ComponentChildren
}

/** The parts of the office; each is shown to those who may do there what is named. */
const parts = [
  { href: officePaths.home, label: '工作台', action: 'home.view' },
  { href: officePaths.items, label: '事项清单', action: 'item.view' },
  { href: officePaths.drafts, label: '指南', action: 'edition.view' },
  { href: officePaths.decisions, label: '调整决定', action: 'decision.view' },
  { href: officePaths.desk, label: '压缩台', action: 'desk.view' },
  { href: officePaths.tokens, label: '接口令牌', action: 'token.list' },
  { href: officePaths.accounts, label: '账号', action: 'account.manage' },
  { href: officePaths.record, label: '操作记录', action: 'record.read' },
] as const

/** The whole document around a page of the office: its parts, who is signed in, the way out. */
export function OfficeLayout({ frame, title, crumbs = [], scripts = [], children }: OfficeLayoutProps) {
  return (
    <OfficeDocument title={`${title} · ${frame.city}办事 后台`} frame={frame} scripts={scripts}>
      <header class="site-header office-header">
        <div class="bar">
          <a class="brand" href={officePaths.home}>
            {frame.city}办事 <span class="brand-office">后台</span>
          </a>
          <OfficeNav frame={frame} />
          <WhoIsHere frame={frame} />
        </div>
      </header>
      <nav class="crumbs" aria-label="当前位置">
        <ol>
          {crumbs.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
          <li aria-current="page">{title}</li>
        </ol>
      </nav>
      <main id="content" class="page office" tabIndex={-1}>
        {children}
      </main>
    </OfficeDocument>
  )
}

interface OfficeDocumentProps {
  title: string
  frame: Pick<OfficeFrame, 'display'>
  scripts?: readonly string[]
  children: ComponentChildren
}

/** A document of the office, also for those who are not signed in. */
export function OfficeDocument({ title, frame: { display }, scripts = [], children }: OfficeDocumentProps) {
  const classes = [display.text === 'large' && 'text-large', display.contrast === 'high' && 'contrast-high']
  return (
    <html lang="zh-CN" class={classes.filter(Boolean).join(' ') || undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="stylesheet" href="/assets/ledger.css" />
        <link rel="stylesheet" href="/assets/office.css" />
        <link rel="stylesheet" href="/assets/office-lists.css" />
        {scripts.map((script) => (
          <script key={script} type="module" src={`/assets/${script}`} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          跳到正文
        </a>
        {children}
      </body>
    </html>
  )
}

function OfficeNav({ frame }: { frame: OfficeFrame }) {
  const here = frame.url.split('?')[0] ?? ''
  const isIn = (href: string) => here === href || (href !== officePaths.home && here.startsWith(`${href}/`))
  return (
    <nav class="site-nav" aria-label="后台栏目">
      {parts
        .filter(({ action }) => may(frame.actor, action))
        .map(({ href, label }) => (
          <a key={href} href={href} aria-current={here === href ? 'page' : isIn(href) ? 'true' : undefined}>
            {label}
          </a>
        ))}
    </nav>
  )
}

function WhoIsHere({ frame }: { frame: OfficeFrame }) {
  const { actor, agencyName } = frame
  return (
    <div class="who-is-here">
      <a href={officePaths.password}>
        {actor.name}
        <span class="quiet">
          {agencyName === null ? '' : `${agencyName} · `}
          {roleLabels[actor.role]}
        </span>
      </a>
      <form method="post" action={officePaths.signOut}>
        <FormKey frame={frame} />
        <button type="submit" class="plain">
          退出
        </button>
      </form>
    </div>
  )
}
