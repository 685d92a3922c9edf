/** Paths of a mix of reads as they come at a public site, the same for the same catalogue. */
export interface ReadSources {
  codes: readonly string[]
  agencies: readonly string[]
}

const words = [
  '食品经营',
  '营业执照',
  '护照',
  '取水',
  '建设工程规划',
  '开餐馆',
  'spjy',
  'paiwu',
  '户口 迁移',
  '社会团体',
]
const days = ['2014-03-31', '2014-12-31', '2015-06-30', '2016-06-30', '2018-01-01']
/** How many different paths of a kind: enough that answers kept in memory are not the only ones. */
const variety = 60

/** Every kind of read, and how often it comes among a hundred. */
export const kinds: readonly { name: string; share: number; path(index: number, sources: ReadSources): string }[] = [
  { name: 'item, JSON', share: 20, path: (index, { codes }) => `/api/v1/items/${at(codes, index)}` },
  { name: 'item, page', share: 20, path: (index, { codes }) => `/items/${at(codes, index + 17)}` },
  { name: 'list, page', share: 12, path: (index) => `/items?page=${1 + (index % 20)}` },
  {
    name: 'list and facets of an agency, JSON',
    share: 10,
    path: (index, { agencies }) => `/api/v1/items?agency=${at(agencies, index)}`,
  },
  { name: 'search, JSON', share: 10, path: (index) => `/api/v1/items?q=${encodeURIComponent(at(words, index))}` },
  { name: 'search, page', share: 6, path: (index) => `/items?q=${encodeURIComponent(at(words, index + 3))}` },
  {
    name: 'flowchart, SVG',
    share: 8,
    path: (index, { codes }) => `/api/v1/items/${at(codes, index * 3)}/flowchart.svg`,
  },
  { name: 'list of another day, JSON', share: 6, path: (index) => `/api/v1/items?asOf=${at(days, index)}` },
  {
    name: 'ledger, JSON',
    share: 4,
    path: (index) => `/api/v1/ledger?from=${at(days, index % 2)}&to=${at(days, 2 + (index % 3))}`,
  },
  { name: 'compression, JSON', share: 4, path: () => '/api/v1/compression' },
]

/** A round of requests in which every kind has its share, the kinds in turn. */
export function mixReads(sources: ReadSources): { path: string }[] {
  const round = kinds.flatMap((kind) => Array.from({ length: kind.share }, (_, index) => ({ kind, index })))
  // A step that shares no factor with a hundred visits every place once: the kinds come mixed, and always in the same order.
  const mixed = round.map((_, place) => round[(place * 37) % round.length])
  return Array.from({ length: variety }, (_, turn) => turn).flatMap((turn) =>
    mixed.flatMap((read) =>
      read === undefined ? [] : [{ path: read.kind.path(turn * read.kind.share + read.index, sources) }],
    ),
  )
}

function at(values: readonly string[], index: number): string {
  return values[index % values.length] ?? ''
}
