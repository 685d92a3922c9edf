import { growthOf, type Measured, type Part, parts } from './parts.ts'

/** Text about a run that no number tells. */
export interface Circumstances {
  machine: string
  command: string
  /** Load of the machine, one minute's mean, before each size. */
  loads: readonly number[]
  /** What else a reader has to know of these numbers. */
  note?: string | undefined
}

/** The document of a run. */
export function writeReport(measured: readonly Measured[], { machine, command, loads, note }: Circumstances): string {
  const sizes = measured.map(({ size }) => thousands(size))
  const steps = measured.slice(1).map((larger, index) => [measured[index], larger] as const)
  const heads = [...sizes, ...steps.map(([smaller, larger]) => `${smaller?.size ?? ''} → ${larger.size}`)]
  const rows = parts.map((part) => `| ${part.name}, ${part.unit} | ${cellsOf(part, measured).join(' | ')} |`)
  const counts = measured.map(
    ({ size, agencies, values }) =>
      `${thousands(size)} items of ${thousands(agencies)} agencies${values.active === undefined ? '' : ` (${thousands(values.active)} in force, ${thousands(values.findings ?? 0)} findings)`}`,
  )
  return `# Performance of a province

Written by \`${command}\`; run it again rather than trusting a number from another machine. Machine: ${machine}; its load
before each size, which the size before has a part in, was ${loads.map((load) => load.toFixed(1)).join(', ')}. Times are processor time, which other work does not stretch; rows with "waited" tell what passed
on the clock meanwhile.${note === undefined ? '' : `\n\n${note}`}

Catalogues are made by \`scripts/province\`: cities and counties of a province, each with agencies, names, promises, windows and decisions of
its own. Measured: ${counts.join('; ')}. The largest goes through the store's port alone, in portions of 1,000.

![How cost grows with the catalogue](images/province.svg)

| what | ${heads.join(' | ')} |
| --- | ${heads.map(() => '---').join(' | ')} |
${rows.join('\n')}

The columns with arrows are growth exponents: cost grows with the size to that power. n·log n has ${steps.map(allowedOf).join(' and ')} there;
an exponent more than 0.1 above that is in **bold**. ${verdictOf(measured)}

Every part runs in a process of its own. Reading is asked of the use cases; search is the median of 24 queries (words, several words,
sentences, pinyin, initials, a code, nothing that is there), three rounds after the first. The page as HTML is asked of the service for pages
that nobody has asked for yet; of each filter it offers sixty choices. A part under 0.05 ms has no exponent.
`
}

function cellsOf(part: Part, measured: readonly Measured[]): string[] {
  const values = measured.map(({ values }) => {
    const value = values[part.key]
    return value === undefined ? '' : figure(value)
  })
  const exponents = measured.slice(1).map((larger, index) => {
    const smaller = measured[index]
    const growth = smaller === undefined ? undefined : growthOf(part, smaller, larger)
    if (growth === undefined) return ''
    return growth.isWorse ? `**${growth.exponent.toFixed(2)}**` : growth.exponent.toFixed(2)
  })
  return [...values, ...exponents]
}

function allowedOf([smaller, larger]: readonly [Measured | undefined, Measured]): string {
  if (smaller === undefined) return ''
  return (1 + Math.log(Math.log(larger.size) / Math.log(smaller.size)) / Math.log(larger.size / smaller.size)).toFixed(
    2,
  )
}

function verdictOf(measured: readonly Measured[]): string {
  const worse = parts.filter((part) =>
    measured.slice(1).some((larger, index) => {
      const smaller = measured[index]
      return smaller !== undefined && growthOf(part, smaller, larger)?.isWorse
    }),
  )
  if (worse.length === 0) return 'No part grows faster.'
  return `Faster somewhere: ${worse.map(({ name }) => name).join('; ')}.`
}

/** Three figures that count, thousands apart. */
export function figure(value: number): string {
  if (value >= 100) return thousands(Math.round(value))
  return value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toPrecision(2)
}

function thousands(value: number): string {
  return value.toLocaleString('en-US')
}
