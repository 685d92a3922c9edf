import { type Box, createScale, type Line, type Scale, spreadLabels } from './chart-scale.ts'
import { type Measured, parts } from './parts.ts'
import { figure } from './write-report.ts'

/** The house colours of `views/assets/site.css`. */
const colours = { ink: '#1a1f24', paper: '#ffffff', accent: '#0f5c63', quiet: '#5b6470', grid: '#e3e6e2' }
const width = 960
const height = 720
const box: Box = { left: 92, top: 88, right: 700, bottom: 640 }
const labelStep = 19

/** How cost grows, on logarithmic axes: a straight line of slope one is cost in proportion. Names and the last number stand at the ends of the lines. */
export function drawGrowth(measured: readonly Measured[]): string {
  const lines = linesOf(measured)
  const times = lines.flatMap(({ points }) => points.map(({ value }) => value))
  const powers = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))] as const
  const sizes = measured.map(({ size }) => size)
  const range = [Math.min(...sizes), Math.max(...sizes)] as const
  const scale = createScale(box, { sizes: range, times: [10 ** powers[0], 10 ** powers[1]] })
  const ends = lines.map(({ points }) => scale.y(points.at(-1)?.value ?? 1))
  const heights = spreadLabels(ends, labelStep, { top: box.top, bottom: box.bottom })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="system-ui, 'Noto Sans CJK SC', sans-serif" font-size="14">
<title id="title">Cost of each part by the number of items, on logarithmic axes</title>
<rect width="${width}" height="${height}" fill="${colours.paper}"/>
<text x="${box.left}" y="34" font-size="20" font-weight="600" fill="${colours.ink}">How cost grows with the catalogue</text>
<text x="${box.left}" y="60" font-size="13" fill="${colours.quiet}">Powers of ten on both axes. <tspan fill="${colours.accent}" font-weight="600">Thick: what a reader waits for.</tspan> Thin: done once for the whole. Dashed: in proportion.</text>
${drawGrid(scale, powers, sizes)}
${drawProportion(scale, range)}
${lines.map((line, index) => drawLine(line, scale, heights[index] ?? 0)).join('\n')}
</svg>
`
}

function linesOf(measured: readonly Measured[]): Line[] {
  return parts.flatMap(({ key, short, cost }) => {
    const points = measured.flatMap(({ size, values }) => {
      const value = values[key]
      return value === undefined ? [] : [{ size, value }]
    })
    return short === undefined || points.length < 2 ? [] : [{ label: short, isAnswer: cost === 'answer', points }]
  })
}

function drawGrid(scale: Scale, [from, to]: readonly [number, number], sizes: readonly number[]): string {
  const rows = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index)).map((time) => {
    const y = scale.y(time).toFixed(1)
    return `<path d="M${box.left} ${y}H${box.right}" stroke="${colours.grid}"/><text x="${box.left - 10}" y="${y}" dy="5" text-anchor="end" fill="${colours.quiet}">${timeName(time)}</text>`
  })
  const columns = sizes.map((size) => {
    const x = scale.x(size).toFixed(1)
    return `<path d="M${x} ${box.top}V${box.bottom}" stroke="${colours.grid}"/><text x="${x}" y="${box.bottom + 26}" text-anchor="middle" fill="${colours.quiet}">${size.toLocaleString('en-US')}</text>`
  })
  const caption = `<text x="${(box.left + box.right) / 2}" y="${box.bottom + 52}" text-anchor="middle" fill="${colours.quiet}">items in the catalogue</text>`
  return [...rows, ...columns, caption].join('\n')
}

/** What growth in proportion looks like: parallel to this. */
function drawProportion(scale: Scale, [from, to]: readonly [number, number]): string {
  const start = 2
  const end = (start * to) / from
  return `<path d="M${scale.x(from).toFixed(1)} ${scale.y(start).toFixed(1)}L${scale.x(to).toFixed(1)} ${scale.y(end).toFixed(1)}" stroke="${colours.quiet}" stroke-dasharray="3 5" fill="none"/>`
}

function drawLine({ label, isAnswer, points }: Line, scale: Scale, labelHeight: number): string {
  const colour = isAnswer ? colours.accent : colours.ink
  const places = points.map(({ size, value }) => ({ x: scale.x(size).toFixed(1), y: scale.y(value).toFixed(1) }))
  const path = places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const dots = places.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${colour}"/>`).join('')
  const last = places.at(-1)
  const value = points.at(-1)?.value ?? 0
  const lead = `<path d="M${last?.x} ${last?.y}L${box.right + 26} ${labelHeight.toFixed(1)}" stroke="${colour}" stroke-width="0.7" opacity="0.45" fill="none"/>`
  const text = `<text x="${box.right + 32}" y="${labelHeight.toFixed(1)}" dy="5" fill="${colour}">${label} <tspan font-weight="600">${timeName(value)}</tspan></text>`
  return `<path d="${path}" stroke="${colour}" stroke-width="${isAnswer ? 2.6 : 1.3}" fill="none"/>${dots}${lead}${text}`
}

function timeName(milliseconds: number): string {
  if (milliseconds >= 60_000 && milliseconds % 1000 > 0) return `${figure(milliseconds / 1000)} s`
  return milliseconds >= 1000
    ? `${figure(milliseconds / 1000).replace(/\.0+$/, '')} s`
    : `${figure(milliseconds).replace(/\.0+$/, '')} ms`
}
