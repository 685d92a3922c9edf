import { type DOMWindow, JSDOM } from 'jsdom'
import { decodeEntities } from './entities.ts'
import { svgMeasures } from './measure-svg.ts'

/** What Mermaid and DOMPurify look up on the global object when they are loaded. */
const names = [
  'document',
  'Node',
  'Element',
  'HTMLElement',
  'SVGElement',
  'DOMParser',
  'XMLSerializer',
  'MutationObserver',
  'CSSStyleSheet',
  'getComputedStyle',
] as const

/** Gives this process a browser window that can measure SVG. For the worker alone, before Mermaid is loaded. */
export function installChartWindow(): void {
  const { window } = new JSDOM('<!doctype html><html lang="zh-CN"><body></body></html>', { pretendToBeVisual: false })
  define(globalThis, 'window', window)
  for (const name of names) define(globalThis, name, window[name])
  for (const [name, measure] of Object.entries(svgMeasures)) define(window.SVGElement.prototype, name, measure)
  makeStylesInert(window.document)
  decodeSetText(window)
}

/** Mermaid itself decodes only `&amp;`, `&lt;` and `&gt;` in SVG text; the other entities that labels are written with are decoded here. */
function decodeSetText({ Node, SVGElement }: DOMWindow): void {
  const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')
  if (text === undefined) return
  Object.defineProperty(SVGElement.prototype, 'textContent', {
    ...text,
    set(this: SVGElement, words: string | null) {
      text.set?.call(this, words === null ? null : decodeEntities(String(words)))
    },
  })
}

/** jsdom keeps the sheet of every removed `style` element; one of SVG's namespace is written out alike and has no sheet. */
function makeStylesInert(document: Document): void {
  const createElement = document.createElement.bind(document)
  define(document, 'createElement', (tag: string, options?: ElementCreationOptions) =>
    tag === 'style' ? document.createElementNS('http://www.w3.org/2000/svg', 'style') : createElement(tag, options),
  )
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true })
}
