import type { ApprovalItem, Fee, Material, Question, Result, ServiceGuide } from '../../src/schema/types.ts'
import { fillIn } from './fill-in.ts'
import type { FamilyWords, ItemWords, SourceItem, Tables } from './tables.ts'

/** What a guide is written from. */
export interface GuideFacts {
  source: SourceItem
  words: ItemWords
  family: FamilyWords
  tables: Tables
  materials: Material[]
  /** Fields of the item that the guide has to agree with. */
  item: Pick<
    ApprovalItem,
    'type' | 'caseType' | 'promisedTimeLimit' | 'extension' | 'specialProcedures' | 'handlingRole'
  >
  /** Facts for the gaps of the sentences. */
  facts: Record<string, string>
}

/** The service guide: every section that does not stand in the item or its procedure. */
export function guideOf(guide: GuideFacts): ServiceGuide {
  const { tables, words, facts, item, materials } = guide
  const say = (name: string) => fillIn(tables.texts[name] ?? '', facts)
  const isInstant = item.caseType === 'instant'
  const visits = words.visits ?? 1
  return {
    scope: fillIn('适用于{who}。办理内容：{does}。', { ...facts, who: words.who, does: words.does }),
    reviewType: isInstant ? 'on-the-spot' : item.handlingRole === 'joint' ? 'parallel' : 'review-then-approve',
    acceptingBody: { agency: facts.code ?? null, name: null },
    decidingBody: decidingBody(guide),
    conditions: words.alone === true ? words.need : [...words.need, fillIn(guide.family.condition, facts)],
    prohibitions: prohibitionsOf(guide),
    noMaterials: false,
    materials,
    submission: fillIn(tables.texts.submission ?? '', { pages: fillIn(pageVariant(guide), facts) }),
    receipt: {
      ways: ['window', 'mail'],
      place: say('address'),
      hours: say('hours'),
      url: null,
    },
    handlingMode: isInstant ? 'on-the-spot' : 'general',
    timeLimitNote: timeLimitNote(guide),
    fees: feesOf(guide),
    results: resultsOf(guide),
    delivery: deliveryOf(guide),
    rightsAndDuties: rightsAndDuties(guide),
    reconsideration: say('reconsideration'),
    litigation: say('litigation'),
    consultation: [{ way: 'window', value: say('address'), note: say('contactNote') }],
    complaint: [
      { way: 'window', value: say('complaintWindow'), note: say('complaintNote') },
      { way: 'mail', value: say('complaintMail'), note: null },
    ],
    officeHours: { address: say('address'), window: `${facts.short}窗口`, hours: say('hours') },
    progressQuery: say('progress'),
    samples: [],
    commonErrors: commonErrors(guide),
    faq: questionsOf(guide),
    annualInspection: '本事项没有年检要求。',
    notes: notesOf(guide),
    visits,
    visitReason: visits === 0 ? null : visitReason(guide),
    intermediaries: intermediariesOf(materials),
    onlinePayment: false,
    checkedOn: tables.texts.checked ?? null,
    withdrawnOn: null,
  }
}

function decidingBody({ words, item, facts }: GuideFacts): ServiceGuide['decidingBody'] {
  const isPassedOn = item.handlingRole === 'first-review' || item.handlingRole === 'relay'
  return isPassedOn
    ? { agency: null, name: words.upper ?? facts.upper ?? null }
    : { agency: facts.code ?? null, name: null }
}

function prohibitionsOf({ words, family, tables, facts, item }: GuideFacts): string[] {
  const own = [...(words.barred ?? []), ...(words.alone === true ? [] : [family.barred])]
  if (item.type !== 'licensing') return own.map((text) => fillIn(text, facts))
  const falsePapers = tables.texts[family.safety ? 'safetyBarred' : 'plainBarred'] ?? ''
  return [...own, falsePapers].map((text) => fillIn(text, facts))
}

/** One of several ways to say how papers are handed in; the same item always gets the same. */
function pageVariant({ source, tables }: GuideFacts): string {
  const variants = tables.texts.pages
  return variants[Number(source.id.slice(1)) % variants.length] ?? ''
}

function timeLimitNote({ item, tables, facts }: GuideFacts): string {
  const { texts } = tables
  const { promisedTimeLimit: promised, extension, specialProcedures } = item
  if (promised?.unit === 'instant') return texts.timeLimitInstant ?? ''
  const labels: Record<string, string> = {
    'expert-review': '专家评审',
    testing: '检验检测',
    hearing: '听证',
    auction: '招标拍卖',
    appraisal: '鉴定',
    'opinion-seeking': '征求意见',
  }
  const names = specialProcedures.filter(({ counted }) => !counted).map(({ kind }) => labels[kind] ?? kind)
  return [
    texts.timeLimit,
    promised?.unit === 'calendar-day' ? texts.timeLimitCalendar : undefined,
    names.length > 0 ? fillIn(texts.timeLimitSpecial ?? '', { ...facts, names: names.join('、') }) : undefined,
    extension ? fillIn(texts.timeLimitExtension ?? '', { approver: extension.approvedBy ?? '' }) : undefined,
  ]
    .filter((text) => text !== undefined)
    .join('')
}

function feesOf({ source, tables }: GuideFacts): Fee[] {
  const fee = tables.fees[source.id]
  if (!source.fee || fee === undefined || fee.none === true) return []
  const { name, law, articles = [], note } = fee
  return [
    {
      name,
      standard: '示例目录没有收录标准，以价格、财政部门公布的为准。',
      basis: law === undefined ? null : { law, articles, for: 'fee', textVersion: null, verified: false },
      reducible: false,
      reduction: null,
      note: note ?? null,
    },
  ]
}

function resultsOf({ words, item }: GuideFacts): Result[] {
  // 资质证书（三级） is a certificate as well.
  const isCertificate = /(?:证|证书|执照|印鉴卡|护照|通行证|证明)(?:（[^（）]*）)?$/.test(words.result)
  return [
    {
      name: words.result,
      kind: isCertificate ? 'certificate' : item.type === 'public-service' ? 'other' : 'document',
      validity: words.validity ?? null,
      sample: null,
    },
  ]
}

function deliveryOf({ item, words }: GuideFacts): ServiceGuide['delivery'] {
  if (item.caseType === 'instant') {
    return { within: { unit: 'instant' }, ways: ['window'], note: `办完当场领取${words.result}。` }
  }
  const isCertificate = /证$|证书$/.test(words.result)
  return {
    within: { amount: isCertificate ? 5 : 3, unit: 'working-day' },
    ways: ['window', 'mail'],
    note: `从作出决定起算；领取${words.result}时带受理通知书和领取人的身份证。`,
  }
}

function rightsAndDuties({ tables, facts, item, family, words, source }: GuideFacts): string {
  const { texts } = tables
  const kinds = source.specialProcedures.map(({ name }) => name)
  const rights = [
    ...texts.rights,
    ...(kinds.includes('听证') ? [texts.rightsHearing ?? ''] : []),
    ...(item.extension === null ? [] : [texts.rightsExtension ?? '']),
  ]
  const duties = [
    ...texts.duties,
    ...(kinds.includes('现场核查') ? [texts.dutySite ?? ''] : []),
    words.duty ?? family.duty,
  ]
  const list = (entries: string[]) => entries.map((entry) => `- ${sayOnce(fillIn(entry, facts))}`).join('\n')
  return `**权利**\n\n${list(rights)}\n\n**义务**\n\n${list(duties)}`
}

/** What is filled in may end in the word that follows it. */
function sayOnce(sentence: string): string {
  return sentence.replaceAll('情况的情况', '情况')
}

function commonErrors({ words, family, materials }: GuideFacts): string[] {
  const form = materials.find(({ kind }) => kind === 'form')
  const own = words.error === undefined ? [] : [words.error]
  return [
    ...own,
    ...(words.alone === true || !isAskedFor(family, materials) ? [] : [family.error]),
    ...(form === undefined ? [] : [`《${form.name}》漏签名、漏盖公章或者漏填日期。`]),
  ]
}

/** An error in a paper is told only where a paper of that kind is asked for. */
function isAskedFor({ errorIn }: FamilyWords, materials: readonly Material[]): boolean {
  return errorIn === undefined || materials.some(({ name }) => new RegExp(errorIn).test(name))
}

function questionsOf({ words, family, facts }: GuideFacts): Question[] {
  const asked = words.ask.length > 1 ? words.ask : [...words.ask, family.question]
  return asked.map(([question, answer]) => ({
    question: fillIn(question, facts),
    answer: fillIn(answer, facts),
  }))
}

function notesOf({ source, tables }: GuideFacts): string {
  const fee = tables.fees[source.id]
  const deposit = fee?.none === true ? (fee.note ?? '') : ''
  return `${tables.texts.materialNotice}${deposit}`
}

function visitReason({ facts, words, item }: GuideFacts): string {
  if ((words.visits ?? 1) > 1) return `交材料时核对原件，领取${words.result}时本人签收。`
  if (item.caseType === 'instant') return `窗口核对原件后当场办结。`
  return `窗口要核对${facts.form}所附证件的原件；结果可以邮寄。`
}

/** Papers that a law wants drawn up or judged by somebody else, and that law. */
const commissions: readonly (readonly [RegExp, string])[] = [
  [/环境影响(?:评价)?报告/, '环境影响评价法第二十条'],
  [/水土保持方案报告/, '水土保持法第二十五条'],
  [/安全评价报告|安全技术评价/, '安全生产法第二十九条'],
  [/洪水影响评价|防洪评价|防洪影响/, '防洪法第三十三条'],
  [/地震安全性评价/, '防震减灾法第三十五条'],
  [/地价评估|土地估价/, '城市房地产管理法第三十四条'],
  [/设计(?:文件|方案|图|说明)|施工图|总平面|岩土工程勘察/, '建设工程勘察设计管理条例第八条'],
]

function intermediariesOf(materials: readonly Material[]): ServiceGuide['intermediaries'] {
  return materials
    .filter(({ name, source, kind }) => source === 'intermediary' && kind === 'other' && !name.endsWith('表'))
    .map(({ name }) => ({ name: `编制${name}`, basis: commissions.find(([paper]) => paper.test(name))?.[1] ?? null }))
}
