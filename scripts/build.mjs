/**
 * Compiles src, views and scripts into dist/, only when a source is newer than the last build.
 *
 * The new tree is made beside the old one and renamed into place, so that two commands started at once never see half a build.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const built = join(root, 'dist')
const stamp = join(built, '.built')
const sources = ['src', 'views', 'scripts', 'schemas', 'package.json', 'tsconfig.json', 'tsconfig.build.json']

function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs)
}

function isStale() {
  if (!existsSync(stamp)) return true
  const builtAt = statSync(stamp).mtimeMs
  return sources.some((path) => existsSync(join(root, path)) && newest(join(root, path)) > builtAt)
}

/** Files that the compiler does not carry over: assets of the pages, tables read at run time. */
function copyAssets(target) {
  for (const path of ['schemas', 'views/assets', 'src/flowcharts/tables', 'src/web/assets']) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(target, path), { recursive: true })
  }
}

/** Builds what is not built. Progress goes to standard error, so that `--json` output stays clean. Exits the process with 1 when the compiler fails. */
export function ensureBuilt() {
  if (!isStale()) return
  const startedAt = new Date()
  process.stderr.write('正在编译 …\n')
  const target = join(root, `dist.${process.pid}`)
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')
  const { status } = spawnSync(
    process.execPath,
    [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', target],
    { stdio: ['ignore', 2, 2] },
  )
  if (status !== 0) {
    rmSync(target, { recursive: true, force: true })
    process.stderr.write('编译未通过，未改动上次的结果。\n')
    process.exit(1)
  }
  copyAssets(target)
  writeFileSync(join(target, '.built'), '')
  // A source saved while the compiler ran counts as newer than this build.
  utimesSync(join(target, '.built'), startedAt, startedAt)
  replaceBuild(target)
}

function replaceBuild(target) {
  const old = join(root, `dist.old-${process.pid}`)
  if (existsSync(built)) renameSync(built, old)
  try {
    renameSync(target, built)
  } catch (error) {
    // Another command finished the same build first: its result serves as well.
    if (!existsSync(stamp)) throw error
    rmSync(target, { recursive: true, force: true })
  }
  rmSync(old, { recursive: true, force: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt()
