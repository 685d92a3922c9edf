/** A rectangle in user units, y downwards. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}
export type Point = readonly [x: number, y: number]
/** An affine map as SVG writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

const NUMBER = /[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi

export function readNumbers(text: string | null): number[] {
  return (text?.match(NUMBER) ?? []).map(Number)
}

/** The smallest box around both; `null` is no box. */
export function joinBoxes(a: Box | null, b: Box | null): Box | null {
  if (a === null || b === null) return a ?? b
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** The smallest box around points; `null` when there are none. */
export function boxAround(points: Iterable<Point>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top }
}

export function pairUp(numbers: readonly number[]): Point[] {
  return Array.from(
    { length: Math.floor(numbers.length / 2) },
    (_, index): Point => [numbers[2 * index] ?? 0, numbers[2 * index + 1] ?? 0],
  )
}

export function mapBox(box: Box, [a, b, c, d, e, f]: Matrix): Box {
  const { x, y, width, height } = box
  if (a === 1 && b === 0 && c === 0 && d === 1) return { x: x + e, y: y + f, width, height }
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ]
  return boxAround(corners.map(([px, py]): Point => [a * px + c * py + e, b * px + d * py + f])) ?? box
}

/** The map of a `transform` attribute: translate, scale, rotate, matrix. */
export function readTransform(text: string | null): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [, name = '', list = ''] of (text ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    matrix = multiply(matrix, readStep(name, readNumbers(list)))
  }
  return matrix
}

function readStep(name: string, v: readonly number[]): Matrix {
  const [v0 = 0, v1 = 0, v2 = 0, v3 = 0, v4 = 0, v5 = 0] = v
  if (name === 'translate') return [1, 0, 0, 1, v0, v1]
  if (name === 'scale') return [v0, 0, 0, v.length > 1 ? v1 : v0, 0, 0]
  if (name === 'matrix') return [v0, v1, v2, v3, v4, v5]
  if (name !== 'rotate') return [1, 0, 0, 1, 0, 0]
  const angle = (v0 * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [cos, sin, -sin, cos, v1 - cos * v1 + sin * v2, v2 - sin * v1 - cos * v2]
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}
