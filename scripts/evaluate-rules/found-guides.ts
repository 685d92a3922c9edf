import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface FoundLimit {
  value: number
  unit: '工作日' | '日'
}

/** What was found of a published service guide; a missing field was not found, which says nothing of the guide. */
export interface FoundGuide {
  id: string
  name: string
  agency?: string
  itemType: string
  statutoryLimit?: FoundLimit
  promisedLimit?: FoundLimit
  stageLimits?: [name: string, value: number, unit: string][]
  specialProcedures?: string[]
  conditions?: string[]
  materials?: string[]
  steps?: string[]
  address?: string
  phone?: string
  complaintPhone?: string
  officeHours?: string
  /** What the guide says of holidays in its limits. */
  holidays?: string
  published?: string
  /** The page it was read on. */
  source: string
}

const folder = 'scripts/evaluate-rules'

/** The facts of the published guides, beside this file in the sources. */
export function readFoundGuides(root: string): FoundGuide[] {
  return readJson<{ guides: FoundGuide[] }>(root, 'found-guides').guides
}

/** A finding on a guide, judged as a careful officer of the reform office would. */
export interface Judgement {
  guide: string
  rule: string
  message: string
  verdict: 'accepted' | 'rejected'
  why: string
}

/** The judged list. */
export function readJudgements(root: string): Judgement[] {
  return readJson<{ judgements: Judgement[] }>(root, 'judgements').judgements
}

function readJson<Content>(root: string, name: string): Content {
  return JSON.parse(readFileSync(join(root, folder, `${name}.json`), 'utf8')) as Content // written by hand, held by the tests
}
