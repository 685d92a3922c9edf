import type { ApprovalItem, ServiceGuide } from '../../schema/types.ts'
import { shareFoundIn } from '../texts/compare-names.ts'
import { findAskedPapers, findTitledPapers } from '../texts/find-papers.ts'
import { findPresenceConflict } from '../texts/find-presence.ts'
import { findOpenWords, findVagueName } from '../texts/find-vague-words.ts'
import { isMaterialLike } from '../texts/material-like.ts'
import { guideTexts, handingInTexts } from './item-texts.ts'
import { type Breach, breachIf, type GuideRule, type ItemContext } from './rule.ts'

/** Share of a paper's name that has to stand in a material for it to be listed. */
const listedShare = 0.4
/** Papers that go by several names: one of a row listed stands for the others. */
const sameThing: readonly RegExp[] = [
  /身份证|身份证明|身份证件|护照|户口/,
  /营业执照|法人登记证|登记证书|主体资格|组织机构代码|法人证书/,
  /资格证|执业证|职称|职业资格|上岗证|从业资格|专业技术/,
  /产权|权属|所有权证|房产证|使用权证|土地证|不动产|租赁|场所/,
  /验资|资金|资信|存款|审计报告|财务/,
  /检验|检测|检定|鉴定|合格/,
  /批准|批复|核准|许可|审批|备案|同意/,
]

/** How a guide words what it asks for. */
export const guideWordingRules: readonly GuideRule[] = [
  {
    id: 'GDE-02',
    subject: 'guide',
    severity: 'error',
    reads: ['/name', '/aliases', '/code', '/catalogCode', '/implementationCode', '/guide', '/mermaid'],
    basis: '行政许可标准化指引（2016版）',
    basisFrom: '2016-07-01',
    message: '正文写的{what}“{written}”与目录“{listed}”不一致。',
    mend: '改成目录中的{what}；目录错了的，先改目录。',
    quick: true,
    check: checkStatedName,
  },
  {
    id: 'GDE-03',
    subject: 'guide',
    severity: 'error',
    reads: ['/guide/conditions', '/guide/materials', '/guide/submission'],
    basis: '国发〔2015〕6号',
    basisFrom: '2015-02-04',
    message: '不得使用兜底性表述“{words}”。',
    mend: '把“{words}”换成具体的条件或者材料名称；没有的，删去。',
    quick: true,
    // One finding for each text.
    check: (guide) => [
      ...handingInTexts(guide).flatMap(({ path, text }) => vagueAt(path, findOpenWords(text)[0]?.text)),
      ...guide.materials.flatMap(({ name }, index) =>
        vagueAt(`/guide/materials/${index}/name`, findVagueName(name)?.text),
      ),
    ],
  },
  {
    id: 'GDE-04',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/conditions', '/guide/materials', '/guide/results'],
    basis: null,
    message: '条件提到“{paper}”，材料清单中没有。',
    mend: '需要申请人提交的，把“{paper}”列入材料清单；由窗口核查的，在条件中写明不用提交。',
    quick: true,
    // Without any material the list itself is the trouble: MAT-01.
    check: (guide, { item }) =>
      guide.materials.length === 0
        ? []
        : guide.conditions.flatMap((condition, index) => {
            if (/不[用需]提交|无需提交|窗口核[对查]|内部核[对查]/.test(condition)) return []
            const papers = [...findAskedPapers(condition), ...findTitledPapers(condition)]
            const missing = papers.find(({ name }) => !isListed(name, guide, item))
            return breachIf(missing !== undefined, `/guide/conditions/${index}`, { paper: missing?.name ?? '' })
          }),
  },
  {
    id: 'GDE-05',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/conditions'],
    basis: null,
    message: '申请条件中疑似填写了材料：“{condition}”。',
    mend: '把它移到申请材料；申请条件只写准予的条件。',
    quick: true,
    check: ({ conditions }) =>
      conditions.flatMap((condition, index) =>
        breachIf(isMaterialLike(condition), `/guide/conditions/${index}`, { condition: shorten(condition) }),
      ),
  },
  {
    id: 'GDE-15',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide'],
    basis: null,
    message: '“{inPerson}”与“{byProxy}”相矛盾。',
    mend: '写明哪一步必须本人到场、哪一步可以委托他人办理。',
    quick: true,
    check: (guide) => {
      const conflict = findPresenceConflict(guideTexts(guide))
      return conflict === undefined
        ? []
        : [{ path: conflict.path, facts: { inPerson: conflict.inPerson, byProxy: conflict.byProxy } }]
    },
  },
]

function vagueAt(path: string, words: string | undefined): Breach[] {
  return words === undefined ? [] : [{ path, facts: { words } }]
}

/** 事项名称：…, 事项编码：… in a text, and the title of a hand-written chart. */
function checkStatedName(guide: ServiceGuide, { item, charts }: ItemContext): Breach[] {
  const title = item.mermaid === null ? null : (charts.get(item.mermaid)?.chart?.title ?? null)
  const drawn = /^(.{2,60}?)(?:的?(?:办理|审批|工作|业务)*流程图?)$/.exec(title ?? '')?.[1]
  return [
    ...guideTexts(guide).flatMap(({ path, text }) =>
      // Most texts state neither.
      /[称码号][：:]/.test(text) ? [...statedNames(item, path, text), ...statedCodes(item, path, text)] : [],
    ),
    ...(drawn === undefined || isNameOf(drawn, item) ? [] : [nameBreach('/mermaid', drawn, item)]),
  ]
}

function statedNames(item: ApprovalItem, path: string, text: string): Breach[] {
  return [...text.matchAll(/(?:事项|项目|许可)名称[：:]\s*([^，,。；;、\s（()）]{2,60})/g)].flatMap(([, name = '']) =>
    isNameOf(name, item) ? [] : [nameBreach(path, name, item)],
  )
}

function nameBreach(path: string, written: string, { name }: ApprovalItem): Breach {
  return { path, facts: { what: '事项名称', written, listed: name } }
}

function isNameOf(written: string, { name, aliases }: ApprovalItem): boolean {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  const known = [name, name.replace(/[（(][^（）()]*[）)]/g, ''), ...aliases].map(plain)
  return known.includes(plain(written.replace(/^[“《]|[”》]$/g, '')))
}

function statedCodes({ code, catalogCode, implementationCode }: ApprovalItem, path: string, text: string): Breach[] {
  const known = [code, catalogCode, implementationCode].flatMap((one) => one ?? [])
  return [...text.matchAll(/(?:事项|基本|实施|项目)编[码号][：:]\s*([0-9A-Za-z-]{4,40})/g)].flatMap(
    ([, written = '']) =>
      known.includes(written) ? [] : [{ path, facts: { what: '事项编码', written, listed: known.at(-1) ?? code } }],
  )
}

/** In the list by most of its name or by another name of the same thing; a paper that the item itself gives need not be brought. */
function isListed(paper: string, guide: ServiceGuide, item: ApprovalItem): boolean {
  const texts = guide.materials.map(({ name, standard, instruction, note }) =>
    [name, standard, instruction, note].filter(Boolean).join(' '),
  )
  const own = [item.name, ...guide.results.map(({ name }) => name)]
  if ([...texts, ...own].some((text) => shareFoundIn(paper, text) >= listedShare)) return true
  const kinds = sameThing.filter((kind) => kind.test(paper))
  return guide.materials.some(({ name }) => kinds.some((kind) => kind.test(name)))
}

const shownLength = 24

function shorten(text: string): string {
  const signs = [...text.trim()]
  return signs.length <= shownLength ? signs.join('') : `${signs.slice(0, shownLength).join('')}…`
}
