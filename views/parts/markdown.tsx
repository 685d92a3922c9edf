/** HTML that `src/web/public/markdown.ts` made and cleaned; nothing else may be put into a page unescaped. */
export type SafeHtml = string & { readonly safeHtml: unique symbol }

/** Cleaned text of a guide. */
export function Prose({ html }: { html: SafeHtml }) {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
}
