import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { ApprovalItem, Duration, Law, Policy, Region } from '../../src/schema/types.ts'
import { feesOf, type MoreItem, promisesOf, readMoreItems, sourceItemOf } from './more-items.ts'

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
  source: string | null
  /** Only on rows of `tables/more`: they rest on knowledge, and this says what a reader should know of it. */
  knowledge?: string
  /** Key of the main item. */
  parent?: string
}

export interface SourceLimit {
  value: number
  unit: string
  /** From when it runs, in words. */
  start: string
  law: string
  article: string | null
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
  /** The duty afterwards where the family's does not fit. */
  duty?: string
  /** The family's condition, bar and error do not fit. */
  alone?: boolean
  visits?: number
  meeting?: boolean
  /** How many may have it and who gets it, where that is limited otherwise than by tender or auction. */
  quantity?: { text: string; allocation: string }
  /** Who gets it is drawn by lot before the decision. */
  draw?: boolean
  /** Weight of a publicity whose length the law fixes. */
  publicity?: number
}

export interface FeeWords {
  name: string
  law?: string
  articles?: string[]
  note?: string
  /** What the source calls a fee is a deposit and no fee. */
  none?: boolean
}

/** One row of a decision's table: items by their keys. */
export interface DecisionRow {
  action: string
  item?: string
  items?: string[]
  into?: string | string[]
  mode?: string
}

export interface DecisionTable {
  id: string
  stage: string
  effectiveOn: string
  actions: DecisionRow[]
  /** Its rows are all items that are active on its day. */
  retainAll?: boolean
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
  /** Papers that the error is about, where not every item of the family asks for one. */
  errorIn?: string
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
  /** Day from which it no longer holds, and the title of what took its place. */
  repealed?: string
  replacedBy?: string
  note?: string
}

/** `over`: who reconsiders, where it is not the city. `from`, `to`: first and last day, where known. */
export interface AgencyWords {
  code: string
  over?: string
  from?: string
  to?: string
  successor?: string
  /** Only for agencies that the source does not have. */
  name?: string
  shortName?: string
  note?: string
}

/** Everything the sample is made of, as read from the folder. */
export interface Tables {
  items: SourceItem[]
  agencies: SourceAgency[]
  agencyCodes: Record<string, AgencyWords>
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
  fees: Record<string, FeeWords>
  decisions: DecisionTable[]
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
  const yamlFiles = (name: string) =>
    readdirSync(join(folder, 'tables', name))
      .sort()
      .map((file) => yaml(`${name}/${file.replace('.yaml', '')}`))
  const agencyCodes: Tables['agencyCodes'] = yaml('agencies')
  const more = readMoreItems(join(folder, 'tables/more'))
  return {
    items: itemsOf(json('legal-items.json').items, yaml('corrections'), more, agencyCodes),
    agencies: [...json('agencies.json').agencies, ...laterAgencies(agencyCodes)],
    agencyCodes,
    city: yaml('city'),
    laws: yaml('laws'),
    materials: yaml('materials'),
    families: yaml('families'),
    steps: yaml('steps'),
    texts: yaml('texts'),
    words: Object.assign({}, ...yamlFiles('items'), Object.fromEntries(more)),
    promises: { ...yaml('promises'), ...promisesOf(more) },
    fees: { ...yaml('fees'), ...feesOf(more) },
    decisions: yamlFiles('decisions'),
  }
}

/** Items of the source with what was corrected in them, then the rows of `tables/more`. */
function itemsOf(
  source: SourceItem[],
  corrections: Record<string, Partial<SourceItem>>,
  more: [string, MoreItem][],
  agencyCodes: Tables['agencyCodes'],
): SourceItem[] {
  const numbers = new Map(Object.entries(agencyCodes).map(([number, { code }]) => [code, number]))
  const numberOf = (code: string) => {
    const number = numbers.get(code)
    if (number === undefined) throw new Error(`no agency ${code}`)
    return number
  }
  return [
    ...source.map((item) => ({ ...item, ...corrections[item.id] })),
    ...more.map(([id, row]) => sourceItemOf(id, row, numberOf(row.agency))),
  ]
}

function laterAgencies(agencyCodes: Tables['agencyCodes']): SourceAgency[] {
  return Object.entries(agencyCodes).flatMap(([code, { name, shortName, note }]) =>
    name === undefined
      ? []
      : [
          {
            code,
            officialName: name,
            shortName: shortName ?? name,
            category: '市直',
            confidence: 'low',
            note: note ?? null,
          },
        ],
  )
}
