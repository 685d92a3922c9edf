import { Marked } from 'marked'
import sanitizeHtml from 'sanitize-html'
import type { SafeHtml } from '../../../views/parts/markdown.tsx'

const marked = new Marked({ gfm: true, breaks: true, async: false })

/** What a guide may contain: text, lists, tables, links. No headings above the page's own, no pictures, no attributes but `href`. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'em',
    'del',
    'ul',
    'ol',
    'li',
    'h4',
    'blockquote',
    'code',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'a',
  ],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    h1: 'h4',
    h2: 'h4',
    h3: 'h4',
    h5: 'h4',
    h6: 'h4',
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener' }),
  },
}

/** Markdown of a guide as HTML that cannot act: scripts, handlers, styles and foreign schemes are gone. */
export function renderMarkdown(text: string): SafeHtml {
  // The one place that makes SafeHtml: what the sanitiser answered.
  return sanitizeHtml(marked.parse(text, { async: false }), allowed) as SafeHtml
}
