/** Paths of the public pages, relative to the root of the site. */
export const paths = {
  home: '/',
  items: '/items',
  item: (code: string) => `/items/${encodeURIComponent(code)}`,
  editions: (code: string) => `/items/${encodeURIComponent(code)}/editions`,
  edition: (code: string, number: number) => `/items/${encodeURIComponent(code)}/editions/${number}`,
  editionChanges: (code: string, number: number) => `/items/${encodeURIComponent(code)}/editions/${number}/changes`,
  flowchart: (code: string) => `/api/v1/items/${encodeURIComponent(code)}/flowchart.svg`,
  agencies: '/agencies',
  agency: (code: string) => `/agencies/${encodeURIComponent(code)}`,
  compression: '/compression',
  decisions: '/decisions',
  decision: (id: string) => `/decisions/${encodeURIComponent(id)}`,
  /** One official table of a decision, to be printed. */
  decisionTable: (id: string, table: string) => `/decisions/${encodeURIComponent(id)}/tables/${table}`,
  directory: '/directory',
  difference: '/difference',
  ledger: '/ledger',
  findings: '/findings',
  laws: '/laws',
  law: (title: string) => `/laws/${encodeURIComponent(title)}`,
  aboutData: '/about/data',
  counting: '/help/counting',
  display: '/display',
} as const

export type Parameters = Readonly<Record<string, string | number | undefined>>

/** A path with its parameters, ahead of its fragment; those that are empty or absent are left out, in the order given. */
export function withParameters(path: string, parameters: Parameters): string {
  const kept = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  if (kept.length === 0) return path
  const [place, fragment] = path.split('#')
  const query = kept.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return `${place}?${query}${fragment === undefined ? '' : `#${fragment}`}`
}

/** The address of this page with another value of a parameter; `undefined` takes it away. */
export function replaceParameter(url: string, name: string, value: string | undefined): string {
  const [place = '/', query = ''] = url.split('?')
  const others = query.split('&').filter((pair) => pair !== '' && pair.split('=')[0] !== name)
  const pairs = value === undefined ? others : [...others, `${name}=${encodeURIComponent(value)}`]
  return pairs.length === 0 ? place : `${place}?${pairs.join('&')}`
}
