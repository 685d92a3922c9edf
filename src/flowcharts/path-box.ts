import { type Box, boxAround, type Point, readNumbers } from './boxes.ts'

/** How many numbers each command of a path takes at a time. */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 }

interface Pen {
  at: Point
  /** Where the part of the path began. */
  began: Point
  /** Last control point of a curve; `null` after anything else. */
  control: Point | null
  found: Point[]
}

/** The box of a path's `d`, curves and arcs by their outermost points. */
export function findPathBox(d: string | null): Box | null {
  const pen: Pen = { at: [0, 0], began: [0, 0], control: null, found: [] }
  for (const [, letter = '', list = ''] of (d ?? '').matchAll(/([a-df-z])((?:[^a-df-z])*)/gi))
    runCommand(pen, letter, list)
  return boxAround(pen.found)
}

function runCommand(pen: Pen, letter: string, list: string): void {
  const command = letter.toUpperCase()
  const count = counts[command]
  if (command === 'Z') pen.at = pen.began
  if (count === undefined) return
  const numbers = readNumbers(list)
  for (let from = 0; from + count <= numbers.length; from += count) {
    const step = from > 0 && command === 'M' ? 'L' : command
    draw(pen, step, toAbsolute(pen, step, { numbers: numbers.slice(from, from + count), relative: letter !== command }))
  }
}

function toAbsolute({ at }: Pen, command: string, input: { numbers: number[]; relative: boolean }): number[] {
  const { numbers, relative } = input
  if (!relative) return numbers
  if (command === 'V') return numbers.map((value) => value + at[1])
  if (command === 'A') return numbers.map((value, index) => (index < 5 ? value : value + at[index === 5 ? 0 : 1]))
  return numbers.map((value, index) => value + at[index % 2 === 0 ? 0 : 1])
}

function draw(pen: Pen, command: string, v: readonly number[]): void {
  const [v0 = 0, v1 = 0, v2 = 0, v3 = 0, v4 = 0, v5 = 0, v6 = 0] = v
  if (command === 'M') startAt(pen, [v0, v1])
  else if (command === 'L') lineTo(pen, [v0, v1])
  else if (command === 'H') lineTo(pen, [v0, pen.at[1]])
  else if (command === 'V') lineTo(pen, [pen.at[0], v0])
  else if (command === 'Q') bendTo(pen, [v0, v1], [v2, v3])
  else if (command === 'T') bendTo(pen, mirrored(pen), [v0, v1])
  else if (command === 'S') curveTo(pen, [mirrored(pen), [v0, v1]], [v2, v3])
  else if (command === 'C') {
    const controls: [Point, Point] = [
      [v0, v1],
      [v2, v3],
    ]
    curveTo(pen, controls, [v4, v5])
  } else {
    pen.found.push(
      ...arcPoints(pen.at, { rx: v0, ry: v1, turn: v2, isLarge: v3 !== 0, sweeps: v4 !== 0, to: [v5, v6] }),
    )
    moveTo(pen, [v5, v6])
  }
}

function moveTo(pen: Pen, to: Point, control: Point | null = null): void {
  pen.at = to
  pen.control = control
}

function startAt(pen: Pen, to: Point): void {
  pen.began = to
  lineTo(pen, to)
}

function lineTo(pen: Pen, to: Point): void {
  pen.found.push(to)
  moveTo(pen, to)
}

function mirrored({ at, control }: Pen): Point {
  return control === null ? at : [2 * at[0] - control[0], 2 * at[1] - control[1]]
}

function bendTo(pen: Pen, control: Point, to: Point): void {
  const toward = (end: Point): Point => [
    end[0] + (2 / 3) * (control[0] - end[0]),
    end[1] + (2 / 3) * (control[1] - end[1]),
  ]
  curveTo(pen, [toward(pen.at), toward(to)], to)
  pen.control = control
}

function curveTo(pen: Pen, [first, second]: readonly [Point, Point], to: Point): void {
  const xs = curveExtremes(pen.at[0], first[0], [second[0], to[0]])
  const ys = curveExtremes(pen.at[1], first[1], [second[1], to[1]])
  pen.found.push([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)])
  moveTo(pen, to, second)
}

/** Ends and turning points of a cubic curve in one direction: where its derivative is zero. */
function curveExtremes(p0: number, p1: number, [p2, p3]: readonly [number, number]): number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3
  const b = 2 * (p0 - 2 * p1 + p2)
  const c = p1 - p0
  const times = Math.abs(a) < 1e-9 ? [-c / b] : rootsOf(a, b, c)
  const at = (t: number) => (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t * t * p2 + t ** 3 * p3
  return [p0, p3, ...times.filter((t) => t > 0 && t < 1).map(at)]
}

function rootsOf(a: number, b: number, c: number): number[] {
  const square = b * b - 4 * a * c
  if (square < 0) return []
  const root = Math.sqrt(square)
  return [(-b + root) / (2 * a), (-b - root) / (2 * a)]
}

interface Arc {
  rx: number
  ry: number
  /** Degrees by which the ellipse is turned. */
  turn: number
  isLarge: boolean
  sweeps: boolean
  to: Point
}

/** Points along an elliptical arc, by the formulas of SVG 2, appendix B.2.4. */
function arcPoints(from: Point, arc: Arc): Point[] {
  const { to, isLarge, sweeps } = arc
  if (arc.rx === 0 || arc.ry === 0 || (from[0] === to[0] && from[1] === to[1])) return [to]
  const phi = (arc.turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)]
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2]
  const [x, y] = [cos * dx + sin * dy, -sin * dx + cos * dy]
  const grow = Math.max(1, Math.sqrt((x / arc.rx) ** 2 + (y / arc.ry) ** 2))
  const [rx, ry] = [Math.abs(arc.rx) * grow, Math.abs(arc.ry) * grow]
  const spread = (rx * y) ** 2 + (ry * x) ** 2
  const far = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - spread) / spread)) * (isLarge === sweeps ? -1 : 1)
  const [cx, cy] = [(far * rx * y) / ry, (-far * ry * x) / rx]
  const begin = Math.atan2((y - cy) / ry, (x - cx) / rx)
  let span = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - begin
  if (sweeps && span < 0) span += 2 * Math.PI
  if (!sweeps && span > 0) span -= 2 * Math.PI
  const middle: Point = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2]
  return Array.from({ length: 24 }, (_, index): Point => {
    const angle = begin + (span * (index + 1)) / 24
    const [ex, ey] = [rx * Math.cos(angle), ry * Math.sin(angle)]
    return [middle[0] + cos * ex - sin * ey, middle[1] + sin * ex + cos * ey]
  })
}
