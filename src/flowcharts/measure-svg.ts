import { type Box, boxAround, joinBoxes, mapBox, pairUp, readNumbers, readTransform } from './boxes.ts'
import { findPathBox } from './path-box.ts'
import { childrenOf, findTextBox, isElement, measureAdvance, type SvgNode, tagOf } from './text-box.ts'

/** Elements that take no room. */
const roomless = new Set(
  'defs style title desc marker clippath symbol filter lineargradient script mask pattern'.split(' '),
)

/** The box of an SVG element as `getBBox` gives it, without its own transform; `null`: it has none. */
export function findBox(node: SvgNode): Box | null {
  const tag = tagOf(node)
  const number = (name: string) => readNumbers(node.getAttribute?.(name) ?? null)[0] ?? 0
  if (tag === 'rect') return { x: number('x'), y: number('y'), width: number('width'), height: number('height') }
  if (tag === 'circle') return around(number('cx'), number('cy'), [number('r'), number('r')])
  if (tag === 'ellipse') return around(number('cx'), number('cy'), [number('rx'), number('ry')])
  if (tag === 'line')
    return boxAround([
      [number('x1'), number('y1')],
      [number('x2'), number('y2')],
    ])
  if (tag === 'polygon' || tag === 'polyline')
    return boxAround(pairUp(readNumbers(node.getAttribute?.('points') ?? null)))
  if (tag === 'path') return findPathBox(node.getAttribute?.('d') ?? null)
  if (tag === 'text') return findTextBox(node)
  if (tag === 'tspan') return { x: 0, y: 0, width: measureAdvance(node), height: 0 }
  return roomless.has(tag) ? null : joinChildren(node)
}

function around(x: number, y: number, [rx, ry]: readonly [number, number]): Box {
  return { x: x - rx, y: y - ry, width: 2 * rx, height: 2 * ry }
}

function joinChildren(node: SvgNode): Box | null {
  let joined: Box | null = null
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue
    const box = findBox(child)
    if (box === null || isEmpty(child, box)) continue
    joined = joinBoxes(joined, mapBox(box, readTransform(child.getAttribute?.('transform') ?? null)))
  }
  return joined
}

function isEmpty(node: SvgNode, { width, height }: Box): boolean {
  return width === 0 && height === 0 && (tagOf(node) === 'rect' || tagOf(node) === 'g')
}

/**
 * What jsdom lacks for drawing: the measures of SVG elements, as methods to be put on `SVGElement.prototype`.
 *
 * `getBBox` gives x, y, width and height alone: with more, Mermaid moves some shapes.
 */
export const svgMeasures = {
  getBBox(this: SvgNode): Box {
    return findBox(this) ?? { x: 0, y: 0, width: 0, height: 0 }
  },
  getComputedTextLength(this: SvgNode): number {
    return measureAdvance(this)
  },
  getBoundingClientRect(this: SvgNode) {
    const { x, y, width, height } = findBox(this) ?? { x: 0, y: 0, width: 0, height: 0 }
    return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height }
  },
  /** Only roughly, as the length of the line through all its points: used for dashes alone. */
  getTotalLength(this: SvgNode & { getAttribute(name: string): string | null }): number {
    const points = pairUp(readNumbers(this.getAttribute('d')))
    return points.slice(1).reduce((length, [x, y], index) => {
      const [px, py] = points[index] ?? [x, y]
      return length + Math.hypot(x - px, y - py)
    }, 0)
  },
}
