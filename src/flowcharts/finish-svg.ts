/** Name of the chart while Mermaid draws: the same each time, so that jsdom's cache of selectors does not grow. */
export const drawnId = 'banshichart'

const geometry = /\s(d|points|transform|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|viewBox|refX|refY)="([^"]*)"/g
const noise = /\s(?:data-[\w-]+="[^"]*"|style=""|(?:font-style|font-weight)="normal")/g
const marker = /<marker\s[^>]*\bid="([^"]+)"[\s\S]*?<\/marker>/g
/** Shadows and gradients of Mermaid's other looks, and the style rules for them and for what moves. */
const otherLooks = /<(filter|linearGradient)\s[\s\S]*?<\/\1>/g
const otherRules =
  /(?:@keyframes [\w-]+\{(?:[^{}]*\{[^{}]*\})*\}|[^{}<>]*(?:\[data-look|\.edge-animation|foreignObject|\.labelBkg|:root|mermaidTooltip|\.error-|\.label-icon|\.neo-node|\.clickable|collapsed-)[^{}]*\{[^{}]*\})/g
const laneTitle =
  /(<g[^>]*class="cluster[^>]*>\s*<rect[^>]*?\sx="(-?[\d.]+)"[^>]*>(?:<\/rect>)?\s*<g class="cluster-label[^"]*" transform="translate\()-?[\d.]+/g

/**
 * Mermaid's picture made small and complete: two decimals, nothing unused, a size of its own for `<img>`, one image with a name
 * and a description for screen readers, and ids of its own.
 *
 * @param id name that the ids in the picture begin with; pictures of one page need different ones.
 */
export function finishSvg(drawn: string, id: string): string {
  const svg = drawn
    .replaceAll('&nbsp;', '&#160;')
    .replace(/<[a-zA-Z][^>]*>/g, finishTag)
    .replace(laneTitle, (_, before: string, x: string) => before + round(Number(x) + 12))
    .replace(/^<svg[^>]*>/, finishRoot)
  return renameIds(dropUnused(svg), id)
}

function finishTag(tag: string): string {
  return tag.replace(geometry, (_, name: string, value: string) => ` ${name}="${shorten(value)}"`).replace(noise, '')
}

function shorten(value: string): string {
  return value.replace(/-?\d+\.\d{3,}(?:e[-+]?\d+)?/gi, (number) => round(Number(number)))
}

function round(number: number): string {
  // Adding zero turns -0 into 0.
  return String(Math.round(number * 100) / 100 + 0)
}

function finishRoot(root: string): string {
  const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(root)?.[1] ?? '').split(/\s+/).map(Number)
  return root
    .replace(/\swidth="100%"/, ` width="${Math.ceil(width)}" height="${Math.ceil(height)}"`)
    .replace(/\sstyle="[^"]*"/, '')
    .replace(/\srole="[^"]*"/, ' role="img" lang="zh-CN"')
    .replace(/\saria-roledescription="[^"]*"/, ' aria-roledescription="流程图"')
}

function dropUnused(svg: string): string {
  return svg
    .replace(otherLooks, '')
    .replace(marker, (whole, id: string) => (svg.includes(`#${id})`) ? whole : ''))
    .replace(/<defs>\s*<\/defs>/g, '')
    .replace(/<style>[^<]*<\/style>/g, (style) => style.replace(otherRules, ''))
}

/** Ids stand in tags and in the style sheet; the words of readers are left alone. */
function renameIds(svg: string, id: string): string {
  return svg.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, (part) => part.replaceAll(drawnId, id))
}
