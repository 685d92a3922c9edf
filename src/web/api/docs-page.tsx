import { renderToString } from 'preact-render-to-string'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'

/** The page that lists every operation with its parameters and an example call; it works without script. */
export function docsPage(): string {
  return `<!doctype html>${renderToString(<Docs />)}`
}

function Docs() {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>接口说明 - 办事</title>
        <link rel="stylesheet" href="/assets/site.css" />
      </head>
      <body>
        <nav class="crumbs" aria-label="当前位置">
          <a href="/">首页</a>
        </nav>
        <main id="main" class="page docs">
          <h1>接口说明</h1>
          <p>
            地址都以 /api/v1 开头，读取已公布的内容不需要账号；其余要在请求头里带令牌（Authorization: Bearer
            …）。完整描述见 <a href="/api/v1/openapi.json">OpenAPI 文档</a>。
          </p>
          {operations.map((operation) => (
            <Described key={`${operation.method} ${operation.path}`} {...operation} />
          ))}
        </main>
      </body>
    </html>
  )
}

function Described({ method, path, about, parameters, example, needs, needsMatch }: Operation) {
  const verb = method.toUpperCase()
  const address = `/api/v1${example}`
  return (
    <section>
      <h2>{about}</h2>
      <p>
        <code>
          {verb} {path}
        </code>
      </p>
      {needs !== undefined && (
        <p>
          要令牌，权限 <code>{needs}</code>
          {needsMatch ? '；要用 If-Match 说明是在哪一版上改的' : ''}。
        </p>
      )}
      {parameters.length > 0 && (
        <dl class="facts-list">
          {parameters.map(({ name, required, about: meaning }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
                {required ? '（必填）' : ''}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        例：
        {verb === 'GET' && needs === undefined ? <a href={address}>{address}</a> : <code>{`${verb} ${address}`}</code>}
      </p>
    </section>
  )
}
