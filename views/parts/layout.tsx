import type { ComponentChildren } from 'preact'
import { Day } from './day.tsx'
import type { DisplayChoice, PageFrame } from './frame.ts'
import { AskedDay, Link } from './link.tsx'
import { paths, replaceParameter, withParameters } from './links.ts'
import { SearchBox } from './search-box.tsx'

export interface Crumb {
  label: string
  href: string
}
interface LayoutProps {
  frame: PageFrame
  /** Title of the page, without the name of the site. */
  title: string
  /** One sentence for search engines. */
  description?: string
  /** The way here from the home page, without the page itself. */
  crumbs?: readonly Crumb[]
  /** Words in the search box of the header; `false`: the page has its own box. */
  search?: string | false
  /** Printed as an official table, on A4 across. */
  paper?: boolean
  children: ComponentChildren
}

/** The whole document around a page: head, header with search, way back, footer with the note on the data. */
export function Layout({ frame, title, description, crumbs, search = '', paper = false, children }: LayoutProps) {
  const site = `${frame.city}办事`
  return (
    <html lang="zh-CN" class={classesOf(frame.display)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === site ? site : `${title} · ${site}`}</title>
        {description && <meta name="description" content={description} />}
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="stylesheet" href="/assets/ledger.css" />
        <script type="module" src="/assets/suggest.js" />
        <script type="module" src="/assets/due-day.js" />
      </head>
      <body class={paper ? 'on-paper' : undefined}>
        <AskedDay.Provider value={frame.asOf}>
          <a class="skip" href="#content">
            跳到正文
          </a>
          <Header frame={frame} site={site} search={search} />
          <DayBanner frame={frame} />
          {crumbs && <Breadcrumb crumbs={crumbs} title={title} />}
          <main id="content" class="page" tabIndex={-1}>
            {children}
          </main>
          <Footer frame={frame} />
        </AskedDay.Provider>
      </body>
    </html>
  )
}

/** Says that the page shows the catalogue of a day, and how to return to today. */
function DayBanner({ frame: { asOf, url } }: { frame: PageFrame }) {
  if (asOf === null) return null
  return (
    <aside class="day-banner" aria-label="目录的日期">
      <p>
        <span>
          您看的是
          <strong>
            <Day day={asOf} />
          </strong>
          的目录，不是今天的。
        </span>
        <a href={replaceParameter(url, 'asOf', undefined)}>回到今天</a>
      </p>
    </aside>
  )
}

function classesOf(display: DisplayChoice): string | undefined {
  const classes = [display.text === 'large' && 'text-large', display.contrast === 'high' && 'contrast-high']
  return classes.filter(Boolean).join(' ') || undefined
}

function Header({ frame, site, search }: { frame: PageFrame; site: string; search: string | false }) {
  const here = frame.url.split('?')[0] ?? '/'
  const links = [
    [paths.items, '全部事项'],
    [paths.agencies, '按部门'],
    [paths.compression, '时限压缩'],
    [paths.decisions, '调整决定'],
    [paths.ledger, '台账'],
  ] as const
  return (
    <header class="site-header">
      <div class="bar">
        <a class="brand" href={paths.home}>
          <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="7" />
            <path d="M9 17.2l4.6 4.6L23.4 11" />
          </svg>
          {site}
        </a>
        <nav class="site-nav" aria-label="主要栏目">
          {links.map(([href, label]) => (
            <NavLink key={href} href={href} here={here}>
              {label}
            </NavLink>
          ))}
        </nav>
        {search !== false && <SearchBox id="header-q" words={search} compact />}
        <DisplayForm frame={frame} />
      </div>
    </header>
  )
}

/** Decisions and the ledger are of all days; the other ways stay on the day the reader looks at. */
const ofAllDays: readonly string[] = [paths.decisions, paths.ledger]

function NavLink({ href, here, children }: { href: string; here: string; children: string }) {
  const current = here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined
  if (ofAllDays.includes(href)) {
    return (
      <a href={href} aria-current={current}>
        {children}
      </a>
    )
  }
  return (
    <Link to={href} current={current}>
      {children}
    </Link>
  )
}

function DisplayForm({ frame }: { frame: PageFrame }) {
  const { text, contrast } = frame.display
  const to = (choice: Partial<DisplayChoice>) => withParameters(paths.display, { ...choice, back: frame.url })
  return (
    <nav class="display" aria-label="显示方式">
      <a href={to({ text: text === 'large' ? 'normal' : 'large' })} rel="nofollow">
        {text === 'large' ? '标准字号' : '大字版'}
      </a>
      <a href={to({ contrast: contrast === 'high' ? 'normal' : 'high' })} rel="nofollow">
        {contrast === 'high' ? '标准对比' : '高对比'}
      </a>
    </nav>
  )
}

function Breadcrumb({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) {
  return (
    <nav class="crumbs" aria-label="当前位置">
      <ol>
        {[{ label: '首页', href: paths.home }, ...crumbs].map(({ label, href }) => (
          <li key={href}>
            <Link to={href}>{label}</Link>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

function Footer({ frame }: { frame: PageFrame }) {
  return (
    <footer class="site-footer">
      <div class="bar">
        <p>
          本站是示例：事项、时限和办事指南中有按法律整理的，也有为演示编写的，
          <strong>不能代替{frame.city}政府公布的目录</strong>。每页都写明内容的来历。
          {frame.updatedAt && (
            <>
              目录更新于
              <Day day={frame.updatedAt} />。
            </>
          )}
        </p>
        <ul>
          <li>
            <a href={paths.aboutData}>数据说明</a>
          </li>
          <li>
            <a href={paths.counting}>日子怎么算</a>
          </li>
          <li>
            <a href={paths.findings}>规则检查</a>
          </li>
          <li>
            <a href={paths.laws}>法律依据</a>
          </li>
          <li>
            <a href="/api/v1/docs">开放接口</a>
          </li>
          <li>
            <a href="/office" rel="nofollow">
              后台登录
            </a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
