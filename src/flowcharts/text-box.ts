import { type Box, joinBoxes } from './boxes.ts'
import { lineMetrics, measureText } from './text-widths.ts'

/** What measuring needs of a node of an SVG tree; jsdom's elements and texts fit. */
export interface SvgNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly parentNode: SvgNode | null
  readonly childNodes: ArrayLike<SvgNode>
  /** Absent on texts. */
  getAttribute?(name: string): string | null
}

/** Type size in px where nothing else is said: `fontSize` of the chart's configuration. */
const BASE_SIZE = 16

export function childrenOf(node: SvgNode): SvgNode[] {
  return Array.from(node.childNodes)
}

export function isElement(node: SvgNode): boolean {
  return node.nodeType === 1
}

export function tagOf(node: SvgNode): string {
  return node.nodeName.toLowerCase()
}

/** Advance of all text in an element, in px. */
export function measureAdvance(node: SvgNode): number {
  return childrenOf(node).reduce((width, child) => width + advanceOf(child, node), 0)
}

function advanceOf(child: SvgNode, parent: SvgNode): number {
  if (isElement(child)) return measureAdvance(child)
  return child.nodeType === 3 ? measureText(collapse(child.textContent)) * sizeOf(parent) : 0
}

function collapse(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ')
}

interface Line {
  x: number
  y: number
  width: number
  size: number
  anchor: string
}

/** The box of a `text` element: a line for itself and one for each `tspan` that is placed. */
export function findTextBox(text: SvgNode): Box | null {
  const size = sizeOf(text)
  const lines: Line[] = [
    {
      x: toPx(attribute(text, 'x'), size),
      y: toPx(attribute(text, 'y'), size) + toPx(attribute(text, 'dy'), size),
      width: 0,
      size,
      anchor: anchorOf(text),
    },
  ]
  collectLines(text, lines)
  return lines.reduce<Box | null>((box, line) => joinBoxes(box, boxOf(line)), null)
}

function collectLines(node: SvgNode, lines: Line[]): void {
  for (const child of childrenOf(node)) {
    const line = lines.at(-1)
    if (line === undefined) return
    if (isElement(child)) {
      if (isPlaced(child)) lines.push(lineAfter(line, child))
      collectLines(child, lines)
    } else {
      line.width += advanceOf(child, node)
      line.size = Math.max(line.size, sizeOf(node))
    }
  }
}

function isPlaced(node: SvgNode): boolean {
  return ['x', 'y', 'dy'].some((name) => attribute(node, name) !== null)
}

function lineAfter(line: Line, span: SvgNode): Line {
  const size = sizeOf(span)
  const [x, y] = [attribute(span, 'x'), attribute(span, 'y')]
  return {
    x: x === null ? line.x + line.width : toPx(x, size),
    y: (y === null ? line.y : toPx(y, size)) + toPx(attribute(span, 'dy'), size),
    width: 0,
    size,
    anchor: anchorOf(span),
  }
}

/** Browsers round ascent and descent to whole px each. */
function boxOf({ x, y, width, size, anchor }: Line): Box | null {
  if (width === 0) return null
  const ascent = Math.round(lineMetrics.ascent * size)
  const height = ascent + Math.round(lineMetrics.descent * size)
  const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0
  return { x: x - shift, y: y - ascent, width, height }
}

function attribute(node: SvgNode, name: string): string | null {
  return node.getAttribute?.(name) ?? null
}

function toPx(value: string | null, size: number): number {
  const number = Number.parseFloat(value ?? '')
  if (!Number.isFinite(number)) return 0
  return value?.endsWith('em') === true ? number * size : number
}

/** A property set by attribute or inline style, here or on an element around. */
function inherited(node: SvgNode | null, name: string): string | null {
  for (let here = node; here?.getAttribute !== undefined; here = here.parentNode) {
    const value = inlineStyle(here, name) ?? attribute(here, name)
    if (value !== null && value !== '' && value !== 'inherit') return value
  }
  return null
}

function inlineStyle(node: SvgNode, name: string): string | null {
  const rules = (attribute(node, 'style') ?? '').split(';').map((rule) => rule.split(':'))
  return rules.find(([property = '']) => property.trim() === name)?.[1]?.trim() ?? null
}

function sizeOf(node: SvgNode): number {
  const value = inherited(node, 'font-size')
  const size = toPx(value, BASE_SIZE)
  return size > 0 ? size : BASE_SIZE
}

/** `text-anchor`: Mermaid's style sheet centres `.node .label text`, everything else says it on the element. */
function anchorOf(node: SvgNode): string {
  const said = inherited(node, 'text-anchor')
  if (said !== null) return said
  return isInside(node, ['label', 'node']) ? 'middle' : 'start'
}

/** Whether an element of the first class stands around the node, one of the second around that, and so on. */
function isInside(node: SvgNode, classes: readonly string[]): boolean {
  let wanted = 0
  for (let here: SvgNode | null = node; here !== null && wanted < classes.length; here = here.parentNode) {
    const names = (attribute(here, 'class') ?? '').split(/\s+/)
    while (wanted < classes.length && names.includes(classes[wanted] ?? '')) wanted += 1
  }
  return wanted === classes.length
}
