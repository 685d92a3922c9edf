import { writeDuration } from '../../src/domain/durations.ts'
import type { ApprovalItem, Duration, Provenance } from '../../src/schema/types.ts'
import { guideOf } from './guide.ts'
import { basesOf, kindOf, licensingLaw, limitNoteOf, limitOf, specialsOf, typeOf } from './item-facts.ts'
import { formNameOf, materialsOf } from './materials.ts'
import { composeProcedure, countedLimits } from './procedure.ts'
import { promiseOf } from './promise.ts'
import type { ItemWords, SourceItem, Tables } from './tables.ts'

/** What is decided, by the kind of item. */
const questions: Record<ApprovalItem['type'], string> = {
  licensing: '是否准予许可',
  'non-licensing-approval': '是否批准',
  'internal-approval': '是否批准',
  confirmation: '是否予以确认',
  filing: '是否予以备案',
  'other-power': '是否同意办理',
  'public-service': '是否符合办理条件',
  'other-service': '是否符合办理条件',
}

/** Notes of the source that help a reader; those on samples and other cities stay in the source. */
const readerNote = /20\d\d年|旧法|修订|修正|取消|合并/
const workingNote = /样本|指南|法定\d+|承诺|found|黄页/

/** What the whole catalogue says of an item: codes by key, and how undertaken items came to the city. */
export interface Register {
  codes: ReadonlyMap<string, string>
  powers: ReadonlyMap<string, ApprovalItem['powerSource']>
}

/** One item of the catalogue with its guide and its procedure. */
export function itemOf(source: SourceItem, { codes, powers }: Register, tables: Tables): ApprovalItem {
  const words = tables.words[source.id]
  const family = words && tables.families[words.family]
  if (words === undefined || family === undefined) throw new Error(`no words for ${source.id} ${source.name}`)
  const type = typeOf(source)
  const { promisedTimeLimit, compressionException, caseType } = promiseOf(source, tables)
  const promised = promisedTimeLimit ?? { unit: 'instant' }
  const materials = materialsOf(source, type, tables)
  const role = words.role ?? (words.joint === undefined ? 'own' : 'joint')
  const facts = factsOf({ source, words, tables, form: formNameOf(materials), count: materials.length, promised })
  const deducted = specialsOf(source, {})
  const procedure = composeProcedure({
    words: tables.steps,
    facts,
    role,
    promised,
    specials: new Map(
      source.specialProcedures.map((special) => [kindOf(special.name), special.excludedFromLimit !== true]),
    ),
    joint: (words.joint ?? []).map((agency) => ({ code: agency, name: shortNameOf(agency, tables) })),
    meeting: words.meeting ?? false,
    draw: words.draw ?? false,
    publicity: words.publicity ?? 5,
    correction: hasTime(promised) ? { amount: 5, unit: 'working-day' } : { unit: 'instant' },
    limits: Object.fromEntries(deducted.map(({ kind, limit }) => [kind, limit])),
  })
  const specialProcedures = specialsOf(source, countedLimits(procedure))
  const extension = extensionOf(source, type, caseType)
  return {
    code: codes.get(source.id) ?? '',
    catalogCode: null,
    implementationCode: null,
    name: source.name,
    aliases: words.aliases,
    agency: facts.code ?? '',
    type,
    handlingRole: role,
    parent: source.parent === undefined ? null : (codes.get(source.parent) ?? null),
    audiences: words.audiences,
    themes: words.themes,
    keywords: [words.object, ...words.aliases].filter((word, index, all) => all.indexOf(word) === index),
    jointAgencies: words.joint ?? [],
    undertakingUnit: words.unit,
    exerciseLevel: 'municipal',
    powerSource: powers.get(source.id) ?? 'statutory',
    entrustingBody: null,
    powerListNumber: null,
    legalBases: basesOf(source),
    caseType,
    statutoryTimeLimit: limitOf(source.statutoryLimit),
    statutoryTimeLimitNote: limitNoteOf(source),
    promisedTimeLimit: promised,
    formerLimits: [],
    extension,
    specialProcedures,
    compressionException,
    quantityLimit: words.quantity ?? quantityLimitOf(source, tables),
    provenance: provenanceOf(source),
    guide: guideOf({
      source,
      words,
      family,
      tables,
      materials,
      item: { type, caseType, promisedTimeLimit: promised, extension, specialProcedures, handlingRole: role },
      facts,
    }),
    procedure,
    mermaid: null,
  }
}

/** Where the right is given out by tender or auction there are fewer than ask for it (行政许可法第五十七条). */
function quantityLimitOf({ specialProcedures }: SourceItem, { texts }: Tables): ApprovalItem['quantityLimit'] {
  const isLimited = specialProcedures.some(({ name }) => kindOf(name) === 'auction')
  return isLimited
    ? { text: texts.quantityLimited ?? '', allocation: texts.allocation ?? null }
    : { text: texts.quantityFree ?? '', allocation: null }
}

/** Five days to tell what is missing fit only beside a promise that is not shorter. */
function hasTime(promised: Duration): boolean {
  if (promised.unit === 'instant' || promised.unit === 'hour') return false
  return promised.unit === 'month' || promised.amount >= (promised.unit === 'calendar-day' ? 7 : 5)
}

function shortNameOf(code: string, { agencies, agencyCodes }: Tables): string {
  const found = agencies.find((agency) => agencyCodes[agency.code]?.code === code)
  if (found === undefined) throw new Error(`no agency ${code}`)
  return found.shortName
}

interface Facts {
  source: SourceItem
  words: ItemWords
  tables: Tables
  form: string
  count: number
  promised: Duration
}

function factsOf({ source, words, tables, form, count, promised }: Facts): Record<string, string> {
  const agency = tables.agencies.find(({ code }) => code === source.agencyCode)
  const coded = tables.agencyCodes[source.agencyCode]
  if (agency === undefined || coded === undefined) throw new Error(`no agency for ${source.id}`)
  const { shortName: short, officialName } = agency
  const act = source.name.replace(/（[^）]*）/g, '')
  return {
    code: coded.code,
    item: source.name,
    act: act,
    refused: typeOf(source) === 'licensing' ? '不予许可' : '不予办理',
    question: questions[typeOf(source)],
    yes: typeOf(source) === 'licensing' ? '准予' : '同意',
    no: typeOf(source) === 'licensing' ? '不予' : '不同意',
    object: words.object,
    focus: words.focus,
    site: words.site ?? '申请写明的场所',
    paper: words.paper ?? words.focus,
    sample: words.sample ?? words.object,
    body: words.body ?? '有关部门',
    result: words.result,
    unit: words.unit,
    short,
    agency: officialName,
    window: fillWindow(tables, short),
    form,
    count: String(count),
    promised: writeDuration(promised),
    upper: words.upper ?? '省级主管部门',
    upper_short: words.upper ?? '省级主管部门',
    over: coded.over ?? '湘潭市人民政府或者上一级主管部门',
  }
}

function fillWindow({ texts }: Tables, short: string): string {
  return (texts.window ?? '').replace('{short}', short)
}

/** The general extension of 行政许可法第四十二条, for licences that a law does not treat otherwise. */
function extensionOf(
  { statutoryLimit }: SourceItem,
  type: ApprovalItem['type'],
  caseType: ApprovalItem['caseType'],
): ApprovalItem['extension'] {
  if (type !== 'licensing' || caseType === 'instant' || statutoryLimit?.kind !== '一般期限') return null
  return { amount: 10, unit: 'working-day', approvedBy: '本机关负责人', basis: `${licensingLaw}第四十二条` }
}

function provenanceOf(source: SourceItem): Provenance {
  const isSetVerified = source.legalBasis.some(({ verified }) => verified === true)
  const limit = source.statutoryLimit
  const part = (pointers: string[], facts: Provenance['facts'], note: string) => ({
    pointers,
    facts,
    verified: false,
    note,
  })
  const parts = [
    part(
      ['/promisedTimeLimit', '/compressionException'],
      'illustrative',
      '承诺时限和例外为示例，不是湘潭市公布的数字。',
    ),
    part(
      ['/guide', '/procedure', '/specialProcedures'],
      'illustrative',
      '指南和流程为本项目编写的示例；材料名称、收费和特别程序来自常识性资料。',
    ),
    part(
      ['/aliases', '/themes', '/keywords', '/audiences', '/undertakingUnit', '/handlingRole'],
      'illustrative',
      '别名、分类、承办科室和办理方式为示例。',
    ),
  ]
  const isLimitKnown = limit !== null && (limit.verified !== false || source.knowledge !== undefined)
  const limitFacts = isLimitKnown ? 'statute' : 'illustrative'
  const limitNote =
    limit === null
      ? '没有查到专门期限。'
      : limit.verified === true
        ? '期限已对照法律条文。'
        : source.knowledge !== undefined && limit.kind !== '一般期限'
          ? '期限凭对法律的了解填写，没有逐条对照原文。'
          : '只对照了一般期限的条文，是否另有规定没有核对。'
  const isKnown = source.knowledge !== undefined && source.legalBasis.some(({ article }) => article !== null)
  return {
    facts: isSetVerified || isKnown ? 'statute' : 'illustrative',
    verified: false,
    note: [setNoteOf(source, isSetVerified), noteOf(source)].join(''),
    source: source.source,
    parts: [part(['/statutoryTimeLimit', '/statutoryTimeLimitNote'], limitFacts, limitNote), ...parts],
  }
}

function setNoteOf({ knowledge, source }: SourceItem, isSetVerified: boolean): string {
  if (isSetVerified) return '设定条款已对照法律条文，条号按所注文本。'
  if (knowledge === undefined) return '设定条款没有核对。'
  const listed = source === null ? '' : '名称见于所注的公开目录。'
  return `设定条款凭对法律的了解填写，没有逐条对照原文。${listed}${knowledge}`
}

function noteOf({ note }: SourceItem): string {
  return note !== null && readerNote.test(note) && !workingNote.test(note)
    ? `${note.replace(/（knowledge）/g, '')}。`
    : ''
}
