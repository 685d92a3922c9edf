import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'

/** What each room may import: folders of the project, packages, node built-ins. Longest prefix wins; what is not listed is not allowed. */
const allowed: Record<string, { rooms: string[]; packages: string[]; builtins: boolean }> = {
  'src/domain': {
    rooms: ['src/domain', 'src/schema/types'],
    packages: ['fraction.js', 'temporal-polyfill'],
    builtins: false,
  },
  'src/domain/editions': { rooms: ['src/domain', 'src/schema/types'], packages: ['diff'], builtins: false },
  'src/schema': { rooms: ['src/schema', 'src/domain'], packages: ['ajv', 'ajv-formats', 'ajv-i18n'], builtins: true },
  'src/ports': { rooms: ['src/ports', 'src/domain', 'src/schema'], packages: [], builtins: false },
  'src/use-cases': {
    rooms: ['src/use-cases', 'src/domain', 'src/ports', 'src/schema'],
    packages: ['fraction.js'],
    builtins: false,
  },
  'src/stores/sqlite': {
    rooms: ['src/stores/sqlite', 'src/ports', 'src/domain', 'src/schema'],
    packages: ['libsql'],
    builtins: true,
  },
  'src/stores/mongo': {
    rooms: ['src/stores/mongo', 'src/ports', 'src/domain', 'src/schema'],
    packages: ['mongoose'],
    builtins: true,
  },
  'src/stores/memory': {
    rooms: ['src/stores/memory', 'src/ports', 'src/domain', 'src/schema'],
    packages: [],
    builtins: true,
  },
  'src/search': {
    rooms: ['src/search', 'src/ports', 'src/domain', 'src/schema'],
    packages: ['minisearch', 'pinyin-pro'],
    builtins: false,
  },
  'src/flowcharts': {
    rooms: ['src/flowcharts', 'src/ports', 'src/domain', 'src/schema'],
    packages: ['mermaid', 'jsdom', 'dompurify'],
    builtins: true,
  },
  'src/exchange': {
    rooms: ['src/exchange', 'src/ports', 'src/domain', 'src/schema'],
    packages: ['yaml', 'csv-stringify', 'read-excel-file', 'write-excel-file'],
    builtins: true,
  },
  'src/calendar': {
    rooms: ['src/calendar', 'src/ports', 'src/domain', 'src/schema'],
    packages: ['chinese-days', 'temporal-polyfill'],
    builtins: true,
  },
  'src/secrets': {
    rooms: ['src/secrets', 'src/ports'],
    packages: ['hash-wasm', '@zxcvbn-ts/language-common'],
    builtins: true,
  },
  'src/clock': { rooms: ['src/clock', 'src/ports'], packages: ['temporal-polyfill'], builtins: false },
  'src/config': { rooms: ['src/config', 'src/domain', 'src/schema'], packages: ['ajv'], builtins: true },
  'src/web': {
    rooms: ['src/web', 'src/use-cases', 'src/domain', 'src/schema', 'views'],
    packages: [
      'express',
      'express-rate-limit',
      'cookie',
      'helmet',
      'pino',
      'preact',
      'preact-render-to-string',
      'marked',
      'sanitize-html',
      'ajv',
    ],
    builtins: true,
  },
  'src/cli': {
    rooms: ['src/cli', 'src/use-cases', 'src/domain', 'src/schema', 'src/config', 'src/compose', 'src/main'],
    packages: ['commander', 'cli-progress'],
    builtins: true,
  },
  'views/office': {
    rooms: ['views', 'src/domain', 'src/use-cases', 'src/schema', 'src/web/office/form'],
    packages: ['preact'],
    builtins: false,
  },
  views: {
    rooms: ['views', 'src/domain', 'src/use-cases', 'src/schema'],
    packages: ['preact'],
    builtins: false,
  },
}
/** Wiring: these files and those of `src/serve` may import everything. */
const wiring = [
  'src/compose.ts',
  'src/compose/due-days.ts',
  'src/compose/flowchart-files.ts',
  'src/compose/catalogue.ts',
  'src/compose/office.ts',
  'src/compose/open-store.ts',
  'src/compose/refuse-missing.ts',
  'src/compose/transfer.ts',
  'src/main.ts',
]

interface Import {
  file: string
  target: string
}

/** Static and dynamic imports, re-exports and side-effect imports of a file. */
function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8')
  const found = source.matchAll(/(?:(?<!['"`])\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g)
  return [...found].map(([, target]) => ({ file, target: target ?? '' }))
}

function roomOf(file: string): string | undefined {
  return Object.keys(allowed)
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function isAllowed({ file, target }: Import): boolean {
  const room = allowed[roomOf(file) ?? '']
  if (room === undefined) return false
  if (target.startsWith('node:')) return room.builtins
  if (!target.startsWith('.')) return room.packages.some((name) => target === name || target.startsWith(`${name}/`))
  const path = normalize(join(dirname(file), target))
  return room.rooms.some((prefix) => path.startsWith(`${prefix}/`) || path === `${prefix}.ts`)
}

const files = ['src', 'views']
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)))
  .filter((file) => /\.tsx?$/.test(file) && !wiring.includes(file) && !file.startsWith('src/serve/'))
  .sort()

describe('the rooms and doors of the source tree', () => {
  it('lets a file import only what its room may', () => {
    const forbidden = files.flatMap(importsOf).filter((entry) => !isAllowed(entry))
    expect(forbidden.map(({ file, target }) => `${file} -> ${target}`)).toEqual([])
  })

  it('reads the environment in src/config alone', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')))
    expect(readers.filter((file) => !file.startsWith('src/config/'))).toEqual([])
  })

  it('keeps the clock out of the domain and the use cases', () => {
    const pure = files.filter((file) => /^src\/(domain|use-cases)\//.test(file))
    const impure = pure.filter((file) =>
      /\bnew Date\(|\bDate\.now\(|\bMath\.random\(|Temporal\.Now\b/.test(readFileSync(file, 'utf8')),
    )
    expect(impure).toEqual([])
  })

  it('has no circle of imports', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ target }) => target.startsWith('.'))
          .map(({ target }) => normalize(join(dirname(file), target))),
      ]),
    )
    expect(findCircle(graph)).toEqual([])
  })
})

describe('what is derived agrees with its source', () => {
  it('type-checks', () => {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit'], { stdio: 'inherit' })
  })

  it('has types generated from the schemas of today', () => {
    execFileSync(process.execPath, ['scripts/generate-types.mjs', '--verify'], { stdio: 'inherit' })
  })

  it('passes the linter', () => {
    execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '.'], { stdio: 'inherit' })
  })
})

/** The first circle found, as a list of files; types-only imports count as well. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file) || !graph.has(file)) return []
    path.push(file)
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next)
      if (circle.length > 0) return circle
    }
    path.pop()
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const circle = visit(file)
    if (circle.length > 0) return circle
  }
  return []
}
