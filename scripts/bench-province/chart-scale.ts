/** A line of the chart before it is placed: sizes and milliseconds. */
export interface Line {
  label: string
  /** Drawn in the accent, or in ink. */
  isAnswer: boolean
  points: readonly { size: number; value: number }[]
}

/** Where sizes and times stand; both axes count powers of ten. */
export interface Scale {
  x(size: number): number
  y(milliseconds: number): number
}

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Spreads powers of ten over a box. */
export function createScale(box: Box, { sizes, times }: Record<'sizes' | 'times', readonly [number, number]>): Scale {
  const share = (value: number, [from, to]: readonly [number, number]) =>
    (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
  return {
    x: (size) => box.left + share(size, sizes) * (box.right - box.left),
    y: (milliseconds) => box.bottom - share(milliseconds, times) * (box.bottom - box.top),
  }
}

/** Heights for labels as near to the wanted ones as they can be without touching; the order stays. */
export function spreadLabels(wanted: readonly number[], least: number, box: Pick<Box, 'top' | 'bottom'>): number[] {
  const order = wanted.map((height, index) => ({ height, index })).sort((one, other) => one.height - other.height)
  // Labels that would touch form a block around the mean of what they want.
  const blocks: { labels: typeof order; from: number }[] = []
  for (const label of order) {
    let block = { labels: [label], from: label.height }
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.from + last.labels.length * least <= block.from) break
      blocks.pop()
      const labels = [...last.labels, ...block.labels]
      const centre = labels.reduce((sum, { height }) => sum + height, 0) / labels.length
      const from = centre - ((labels.length - 1) * least) / 2
      block = { labels, from: Math.max(box.top, Math.min(from, box.bottom - (labels.length - 1) * least)) }
    }
    blocks.push(block)
  }
  const heights = new Array<number>(wanted.length)
  for (const { labels, from } of blocks)
    for (const [place, { index }] of labels.entries()) heights[index] = from + place * least
  return heights
}
