import { dayBefore } from '../../domain/days.ts'
import type { Finding } from '../../domain/finding.ts'
import type { ReviewRequest } from '../../domain/office/decision-draft.ts'
import { type Actor, may, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import { transitions } from '../../domain/office/transitions.ts'
import type { Day } from '../../schema/types.ts'
import type { CurrentCatalogue } from '../current-catalogue.ts'
import type { FindingCounts, UseCases } from '../use-cases.ts'
import type { EditionPorts } from './edition-ports.ts'
import type { createListEditions, EditionSummary } from './read-editions.ts'

/** What waits for somebody, and what he should look at. */
export interface Home {
  /** Editions that go on by a step that is his to take; what came back to him first. */
  waiting: EditionSummary[]
  /** Editions of his agency that wait for somebody else. */
  elsewhere: EditionSummary[]
  /** What the reform office asked his agency to look at again; of a reform officer, what he and his colleagues asked. */
  requests: ReviewRequest[]
  /** What the rules find in his agency, or in the city; `null`: it is not his to mend. */
  findings: { counts: FindingCounts; worst: (Finding & { name: string })[] } | null
  /** Guides that nobody has looked at for a year, the longest first. */
  neglected: { code: string; name: string; checkedOn: Day | null }[]
  /** Decisions that are being drawn up. */
  decisions: { id: string; title: string; stage: string }[]
  /** Names of the items above by code. */
  names: ReadonlyMap<string, string>
}

interface Parts extends Pick<EditionPorts, 'store' | 'clock'> {
  currentCatalogue: CurrentCatalogue
  useCases: Pick<UseCases, 'getState' | 'getItem' | 'reportFindings'>
  listEditions: ReturnType<typeof createListEditions>
}

/** Most findings that are listed: the rest is on the page of the findings. */
const mostFindings = 8
const nothingFound: Home = {
  waiting: [],
  elsewhere: [],
  requests: [],
  findings: null,
  neglected: [],
  decisions: [],
  names: new Map(),
}

/** What stands on the desk of somebody when he comes at nine o'clock. */
export function createGetHome(parts: Parts) {
  const { store, listEditions } = parts
  return async (actor: Actor): Promise<Home> => {
    refuseUnlessAllowed(actor, 'home.view')
    if (!may(actor, 'edition.view')) return nothingFound
    const editions = (await listEditions(actor)).filter(isUnderWay)
    const requests = await store.office.list('reviewRequest', actor.agency === null ? {} : { agency: actor.agency })
    const { items } = await parts.useCases.getState()
    const drafts = may(actor, 'decision.view') ? await store.office.list('decisionDraft') : []
    return {
      waiting: editions.filter((edition) => isMine(actor, edition)).sort(cameBackFirst),
      elsewhere: editions.filter((edition) => !isMine(actor, edition)),
      requests: requests.map(({ body }) => body).filter(({ doneAt }) => doneAt === null),
      findings: await findFindings(parts, actor),
      neglected: await findNeglected(
        parts,
        items.filter(({ agency, state }) => isOf(actor, agency) && state === 'active'),
      ),
      decisions: drafts.map(({ id, body }) => ({ id, title: body.decision.title, stage: body.decision.stage })),
      names: new Map(items.map(({ code, name }) => [code, name])),
    }
  }
}

function isUnderWay({ state }: EditionSummary): boolean {
  return transitions.some((way) => way.from === state && way.action !== 'withdraw')
}

function isOf(actor: Actor, agency: string): boolean {
  return actor.agency === null || actor.agency === agency
}

/** Ways on that are somebody's to take; taking back or giving up is nothing that waits. */
function isMine(actor: Actor, { state, agency, drafters }: EditionSummary): boolean {
  return ['submit', 'approve', 'publish'].some((action) => may(actor, `edition.${action}`, { state, agency, drafters }))
}

function cameBackFirst(one: EditionSummary, other: EditionSummary): number {
  const came = ({ steps }: EditionSummary) => Number(steps.at(-1)?.action === 'sendBack')
  return came(other) - came(one) || (one.updatedAt < other.updatedAt ? -1 : 1)
}

async function findFindings({ useCases }: Parts, actor: Actor): Promise<Home['findings']> {
  if (!may(actor, 'edition.start') && !may(actor, 'edition.approve') && !may(actor, 'edition.publish')) return null
  const agency = actor.agency === null ? {} : { agency: actor.agency }
  const report = await useCases.reportFindings({ ...agency, overYears: false })
  const worst = (report.findings ?? []).filter(({ severity }) => severity === 'error').slice(0, mostFindings)
  return { counts: report.counts, worst }
}

async function findNeglected(
  { currentCatalogue, clock }: Parts,
  active: readonly { code: string; name: string }[],
): Promise<Home['neglected']> {
  const aYearAgo = `${Number(clock.today().slice(0, 4)) - 1}${dayBefore(clock.today()).slice(4)}`
  const names = new Map(active.map(({ code, name }) => [code, name]))
  const { items } = await currentCatalogue()
  return [...items.values()]
    .flatMap(({ id, body: { guide } }) => {
      const name = names.get(id)
      return name === undefined || guide === null ? [] : [{ code: id, name, checkedOn: guide.checkedOn }]
    })
    .filter(({ checkedOn }) => checkedOn === null || checkedOn <= aYearAgo)
    .sort((one, other) => ((one.checkedOn ?? '') < (other.checkedOn ?? '') ? -1 : 1))
}
