const tags = new Set(
  'svg g path rect polygon polyline circle ellipse line text tspan title desc style defs marker'.split(' '),
)
const attributes = new Set(
  (
    'id class style d points transform x y x1 x2 y1 y2 cx cy r rx ry dy dx width height viewBox refX refY xmlns lang role ' +
    'fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin text-anchor dominant-baseline ' +
    'alignment-baseline font-size font-weight font-style font-family opacity fill-rule ' +
    'marker-start marker-end orient markerUnits markerWidth markerHeight preserveAspectRatio ' +
    'aria-labelledby aria-describedby aria-roledescription'
  ).split(' '),
)
const ownReference = /url\(\s*["']?#[\w-]+["']?\s*\)/g
const outward = /url\s*\(|@|expression\s*\(|behavior\s*:|javascript\s*:|data\s*:|-moz-binding|\\/i
const token = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|[\s\S]/gy
const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i

/**
 * The last gate before a picture is kept: what is in it that is not on the list of allowed elements, attributes and style rules.
 *
 * An empty list lets it pass. The list is of what charts need; nothing that runs, links or loads is on it.
 */
export function findForbidden(svg: string): string[] {
  const forbidden = new Set<string>()
  const open: string[] = []
  for (const [whole, closing = '', name = '', list = '', selfClosing = '', words] of svg.matchAll(token)) {
    if (words !== undefined) checkWords(words, open.at(-1), forbidden)
    else if (name === '') forbidden.add(`markup ${whole}`)
    else if (closing === '/') {
      if (open.pop() !== name) forbidden.add(`unbalanced ${name}`)
    } else {
      checkTag(name, list, forbidden)
      if (selfClosing === '') open.push(name)
    }
  }
  if (open.length > 0 || !svg.startsWith('<svg')) forbidden.add('unbalanced svg')
  return [...forbidden]
}

function checkTag(name: string, list: string, forbidden: Set<string>): void {
  if (!tags.has(name)) forbidden.add(`element ${name}`)
  for (const [, attribute = '', value = ''] of list.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (!attributes.has(attribute)) forbidden.add(`attribute ${attribute}`)
    if (entity.test(value)) forbidden.add('entity')
    if (isOutward(value) && attribute !== 'xmlns') forbidden.add(`value of ${attribute}`)
  }
}

function checkWords(words: string, parent: string | undefined, forbidden: Set<string>): void {
  if (parent === undefined && words.trim() !== '') forbidden.add('words outside')
  if (entity.test(words)) forbidden.add('entity')
  if (parent === 'style' && isOutward(words.replace(/@keyframes [\w-]+\{/g, ''))) forbidden.add('style rule')
}

function isOutward(value: string): boolean {
  return outward.test(
    value
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
      .replace(ownReference, ''),
  )
}
