/**
 * Writes while others read: changes item files and imports them by the command line, again and again, until it is told to stop by SIGTERM. Usage:
 * write-edits <banshi> <catalogue folder> <pause in ms>. Ends with what was written as JSON.
 */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const [banshi = '', folder = '', pause = '1000'] = process.argv.slice(2)
const items = join(folder, 'items')
const files = readdirSync(items, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
/** Every so many edits a whole agency's items come in one import instead of a single one. */
const wholeEvery = 5

const stopping = new AbortController()
process.on('SIGTERM', () => stopping.abort())

/** Another sentence in the guide, and every third time another name of a step, so that its flowchart is drawn anew. */
function edit(file: string, turn: number): void {
  const path = join(items, file)
  const text = readFileSync(path, 'utf8').replace(
    /^ {2}notes: (.*?)(?:（第\d+次核对）)?$/m,
    `  notes: $1（第${turn}次核对）`,
  )
  const named = turn % 3 === 0 ? text.replace(/name: 提交申请(?:（\d+）)?/, `name: 提交申请（${turn}）`) : text
  writeFileSync(path, named)
}

function chooseFiles(turn: number): string[] {
  const file = files[(turn * 31) % files.length] ?? ''
  if (turn % wholeEvery > 0) return [file]
  const agency = file.split('/')[0] ?? ''
  return files.filter((other) => other.startsWith(`${agency}/`))
}

const written = { imports: 0, items: 0, failed: 0, slowest: 0 }
for (let turn = 1; !stopping.signal.aborted; turn += 1) {
  const chosen = chooseFiles(turn)
  for (const file of chosen) edit(file, turn)
  const begun = performance.now()
  try {
    await run(process.execPath, [banshi, 'import', ...chosen.map((file) => join(items, file))], { maxBuffer: 2 ** 26 })
    written.imports += 1
    written.items += chosen.length
  } catch (error) {
    written.failed += 1
    process.stderr.write(`${String(error)}\n`)
  }
  written.slowest = Math.max(written.slowest, Math.round(performance.now() - begun))
  await setTimeout(Number(pause), undefined, { signal: stopping.signal }).catch(() => undefined)
}
process.stdout.write(JSON.stringify(written))
