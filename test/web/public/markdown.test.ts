import { describe, expect, it } from '@jest/globals'
import { renderMarkdown } from '../../../src/web/public/markdown.ts'

describe('the Markdown of guides', () => {
  it('becomes paragraphs, lists and links', () => {
    const html = renderMarkdown('可以**委托**：\n\n- 带委托书\n- [说明](https://example.cn/a)')
    expect(html).toContain('<strong>委托</strong>')
    expect(html).toContain('<li>带委托书</li>')
    expect(html).toContain('<a href="https://example.cn/a" rel="nofollow noopener">说明</a>')
  })

  it('keeps headings below those of the page', () => {
    expect(renderMarkdown('# 大标题')).toBe('<h4>大标题</h4>\n')
  })

  it.each([
    ['a script', '<script>alert(1)</script>文字'],
    ['a handler', '<p onclick="alert(1)">文字</p><img src=x onerror=alert(1)>'],
    ['a link that acts', '[点我](javascript:alert(1))'],
    ['a disguised link that acts', '[点我](&#106;avascript:alert(1))'],
    ['data as a link', '<a href="data:text/html,<script>alert(1)</script>">点我</a>'],
    ['a frame', '<iframe src="https://example.cn"></iframe>'],
    ['a style', '<style>body{display:none}</style><p style="position:fixed">文字</p>'],
    ['a drawing with a handler', '<svg onload=alert(1)><a href="javascript:alert(1)">x</a></svg>'],
    ['a form', '<form action="/steal"><input name="q"></form>'],
    ['broken tags', '<scr<script>ipt>alert(1)</scr</script>ipt>'],
  ])('loses %s', (_what, text) => {
    expect(renderMarkdown(text)).not.toMatch(
      /<(script|img|iframe|style|svg|form|input)|javascript:|data:|\son\w+=|style=/i,
    )
  })
})
