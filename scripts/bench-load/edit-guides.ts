import { setTimeout } from 'node:timers/promises'
import { openStore } from '../../src/compose/open-store.ts'
import { composeOver } from '../../src/compose.ts'
import { parseDatabaseAddress } from '../../src/config/database-address.ts'
import type { EditionContent } from '../../src/domain/editions/edition-fields.ts'
import { type Actor, may } from '../../src/domain/office/rights.ts'
import { tokenActions } from '../../src/domain/office/token-actions.ts'
import { commandLine } from '../../src/use-cases/office/manage-accounts.ts'

/** What an editor got into the store while others read. */
export interface Edited {
  /** Drafts begun, saved so many times in all, and thrown away. */
  drafts: number
  saves: number
  failed: number
  /** Milliseconds of the slowest save. */
  slowest: number
}

/** Saves of one draft: what somebody who writes for three minutes leaves to the autosave. */
const savesOfDraft = 20
const dayInMilliseconds = 24 * 3600 * 1000

/** A key for the guides of one agency, of an account that is made for this run. */
export async function makeEditorKey(database: string, agency: string): Promise<string> {
  const address = parseDatabaseAddress(database)
  if (address === undefined) throw new Error(`no address of a database: ${database}`)
  const { office, close } = composeOver(await openStore(address))
  const name = `load-${Date.now().toString(36)}`
  await office.addAccount(commandLine, { name, displayName: '负载测试', role: 'editor', agency })
  const actor: Actor = { account: name, name, role: 'editor', agency, scopes: null, from: 'local' }
  const lastDay = new Date(Date.now() + 2 * dayInMilliseconds).toISOString().slice(0, 10)
  const scopes = tokenActions.filter((action) => may(actor, action))
  const { key } = await office.addToken(actor, { label: '负载测试', scopes, lastDay })
  await close()
  return key
}

/** Edits one guide after another by the API; stopping it answers what was written. */
export function startEditor({
  address,
  key,
  items,
  pause,
}: {
  address: string
  key: string
  items: readonly string[]
  pause: number
}) {
  const edited: Edited = { drafts: 0, saves: 0, failed: 0, slowest: 0 }
  const stopping = new AbortController()
  const ask = createAsk(address, key)
  const work = async () => {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      try {
        await editGuide(ask, items[turn % items.length] ?? '', { edited, pause, stopping })
      } catch (error) {
        edited.failed += 1
        process.stderr.write(`${error}\n`)
        await setTimeout(pause)
      }
    }
  }
  const done = work()
  return async (): Promise<Edited> => {
    stopping.abort()
    await done
    return edited
  }
}

type Ask = ReturnType<typeof createAsk>

/** Asks the API for drafts. @throws Error for an answer of 400 and above. */
function createAsk(address: string, key: string) {
  return async (method: string, path: string, { tag, body }: { tag?: string; body?: object } = {}) => {
    const answer = await fetch(`${address}/api/v1/drafts${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        ...(tag === undefined ? {} : { 'If-Match': tag }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    // The shape of a draft is that of the API's description.
    const draft = JSON.parse(text) as { id: string; content: EditionContent }
    return { draft, tag: answer.headers.get('etag') ?? '' }
  }
}

async function editGuide(
  ask: Ask,
  item: string,
  { edited, pause, stopping }: { edited: Edited; pause: number; stopping: AbortController },
): Promise<void> {
  const { id } = (await ask('POST', '', { body: { item } })).draft
  edited.drafts += 1
  let { draft, tag } = await ask('GET', `/${id}`)
  for (let save = 1; save <= savesOfDraft && !stopping.signal.aborted; save += 1) {
    const { guide } = draft.content
    const content = { ...draft.content, guide: guide && { ...guide, notes: `第 ${save} 次保存。` } }
    const begun = performance.now()
    ;({ draft, tag } = await ask('PUT', `/${id}`, { tag, body: content }))
    edited.saves += 1
    edited.slowest = Math.max(edited.slowest, Math.round(performance.now() - begun))
    await setTimeout(pause)
  }
  await ask('POST', `/${id}/steps`, { tag, body: { action: 'discard' } })
}
