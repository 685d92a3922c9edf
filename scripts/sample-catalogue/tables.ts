import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { ApprovalItem, Duration, Law, Policy, Region } from '../../src/schema/types.ts'

/** One approval item of the source: facts of laws, most of them compared with the text of the law. */
export interface SourceItem {
  /** `L001`. */
  id: string
  name: string
  /** Number of the agency in the source, `01`. */
  agencyCode: string
  itemType: string
  legalBasis: { law: string; article: string | null; textVersion?: string | null; verified: boolean }[]
  statutoryLimit: SourceLimit | null
  statutoryLimitNote?: string | null
  specialProcedures: { name: string; excludedFromLimit: boolean | null; basis: string | null }[]
  materials: string[]
  fee: boolean
  feeNote: string | null
  note: string | null
  source: string
}

export interface SourceLimit {
  value: number
  unit: string
  /** From when it runs, in words. */
  start: string
  law: string
  article: string
  /** 特别期限, or 一般期限 of 行政许可法第四十二条. */
  kind: string
  /** True only when somebody compared the limit itself; a sentence when less was compared. */
  verified: boolean | string
  textVersion?: string | null
}

export interface SourceAgency {
  code: string
  officialName: string
  shortName: string
  category: string
  confidence: string
  note: string | null
}

/** What was written for one item by hand, on top of the source. */
export interface ItemWords {
  family: string
  /** Who applies. */
  who: string
  /** What they want to do. */
  does: string
  /** The thing itself, short enough for the label of a step. */
  object: string
  /** What the office looks at. */
  focus: string
  site?: string
  paper?: string
  sample?: string
  /** Whose opinion is asked. */
  body?: string
  need: string[]
  barred?: string[]
  result: string
  validity?: string
  unit: string
  aliases: string[]
  themes: string[]
  audiences: ApprovalItem['audiences']
  role?: ApprovalItem['handlingRole']
  joint?: string[]
  upper?: string
  ask: [string, string][]
  error?: string
  visits?: number
  meeting?: boolean
  /** Weight of a publicity whose length the law fixes. */
  publicity?: number
}

/** A promise that is not the default pace. */
export interface PromiseWords {
  promised?: Duration
  reason?: string
}

export interface StepWords {
  name: string
  post: string
  text: string
}

export interface FamilyWords {
  safety?: boolean
  condition: string
  barred: string
  error: string
  duty: string
  question: [string, string]
}

export interface MaterialRule {
  match: string
  kind: 'form' | 'certificate' | 'other'
  source?: 'applicant' | 'government' | 'intermediary' | 'other'
  issuer?: string
  standard?: string
  instruction?: string
}

export interface LawWords {
  kind?: Law['kind']
  full?: string
  prefixed?: boolean
  issuer?: string
  number?: string
  from?: string
  amended?: string[]
  enacted?: boolean
  note?: string
}

/** Everything the sample is made of, as read from the folder. */
export interface Tables {
  items: SourceItem[]
  agencies: SourceAgency[]
  agencyCodes: Record<string, { code: string; over?: string }>
  city: {
    policy: Policy
    regions: { city: Region; note: string; regions: Region[] }
  }
  laws: Record<string, LawWords>
  materials: {
    rename: Record<string, string | null>
    rules: MaterialRule[]
    conditional: { match: string; when: string }[]
  }
  families: Record<string, FamilyWords>
  steps: Record<string, StepWords>
  texts: TextWords
  words: Record<string, ItemWords>
  promises: Record<string, PromiseWords>
  fees: Record<string, { name: string; law?: string; articles?: string[]; note?: string; none?: boolean }>
}

/** Sentences by name; the lists hold variants or parts. */
export type TextWords = Record<string, string> & {
  pages: string[] & string
  rights: string[] & string
  duties: string[] & string
}

/** Root of the checkout, from the sources as well as from `dist`. */
export function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'scripts/sample-catalogue/sources'))) folder = dirname(folder)
  return folder
}

/** Reads the sources and the tables. Order of the files does not matter: items are keyed by their number in the source. */
export function readTables(root: string): Tables {
  const folder = join(root, 'scripts/sample-catalogue')
  // The files belong to this script and are held against the schemas in the catalogue that they make.
  const json = (name: string) => JSON.parse(readFileSync(join(folder, 'sources', name), 'utf8'))
  const yaml = (name: string) => parse(readFileSync(join(folder, 'tables', `${name}.yaml`), 'utf8'))
  const itemFiles = readdirSync(join(folder, 'tables/items')).sort()
  return {
    items: json('legal-items.json').items,
    agencies: json('agencies.json').agencies,
    agencyCodes: yaml('agencies'),
    city: yaml('city'),
    laws: yaml('laws'),
    materials: yaml('materials'),
    families: yaml('families'),
    steps: yaml('steps'),
    texts: yaml('texts'),
    words: Object.assign({}, ...itemFiles.map((name) => yaml(`items/${name.replace('.yaml', '')}`))),
    promises: yaml('promises'),
    fees: yaml('fees'),
  }
}
