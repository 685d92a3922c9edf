/** Paths of the public pages, relative to the root of the site. */
export const paths = {
  home: '/',
  items: '/items',
  item: (code: string) => `/items/${encodeURIComponent(code)}`,
  flowchart: (code: string) => `/api/v1/items/${encodeURIComponent(code)}/flowchart.svg`,
  agencies: '/agencies',
  agency: (code: string) => `/agencies/${encodeURIComponent(code)}`,
  compression: '/compression',
  aboutData: '/about/data',
  counting: '/help/counting',
  display: '/display',
} as const

/** A path with its parameters; those that are empty or absent are left out, in the order given. */
export function withParameters(
  path: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const kept = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  if (kept.length === 0) return path
  return `${path}?${kept.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}
