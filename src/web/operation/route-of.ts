/** Words of our own addresses; everything else in an address is a code, or was made up by the client. */
const known = new Set(
  `items agencies decisions ledger compression due suggest checks guide history findings flowchart.svg flowchart.mmd openapi.json docs
  assets about data help counting display office login logout healthz readyz metrics`.split(/\s+/),
)
/** Deepest address that is told apart. */
const deepest = 4

/** By path. Readers ask for the same pages again; somebody who makes addresses up finds the memory emptied now and then. */
const routes = new Map<string, string>()
const mostRoutes = 1000
const longestKept = 100

/**
 * The route of an address for logs and figures: `/api/v1/items/:code/guide`. Codes are left out and so is the query, for it holds the words somebody
 * searches; what is none of our addresses is `other`.
 */
export function routeOf(url: string): string {
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  const met = routes.get(path)
  if (met !== undefined) return met
  const route = findRoute(path)
  if (path.length > longestKept) return route
  if (routes.size >= mostRoutes) routes.clear()
  routes.set(path, route)
  return route
}

function findRoute(path: string): string {
  if (path === '/') return path
  const base = path.startsWith('/api/v1/') ? '/api/v1' : ''
  const parts = path.slice(base.length + 1).split('/')
  if (parts.length > deepest || !known.has(parts[0] ?? '')) return 'other'
  return `${base}/${parts.map((part) => (known.has(part) ? part : ':code')).join('/')}`
}
