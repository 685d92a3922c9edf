import type { ApprovalItem, Law } from '../../schema/types.ts'
import { readArticles } from '../article-numbers.ts'
import { type Citation, findAmendment, findLaw, listCitations, standingOfLaw } from '../law-register.ts'
import { type Breach, breachIf, type ItemRule, type RuleContext } from './rule.ts'

/** 行政许可法 第十四条、第十五条: what may set up a licence. */
const maySetUp: readonly Law['kind'][] = [
  'law',
  'administrative-regulation',
  'state-council-decision',
  'local-regulation',
  'provincial-rule',
]
/** What a city offers without a law commanding it. */
const services: readonly ApprovalItem['type'][] = ['public-service', 'other-service', 'internal-approval']

const cited = ['/legalBases', '/guide'] as const

/** Legal bases held against the register of laws. A law that the register does not know is not judged. */
export const lawRules: readonly ItemRule[] = [
  {
    id: 'LAW-01',
    subject: 'item',
    severity: 'error',
    reads: ['/legalBases', '/type'],
    basis: '行政许可法第四条、第三十条',
    message: '未填写设定依据。',
    mend: '填写设定本事项的法律、法规及其条款。',
    quick: true,
    check: (item) => breachIf(!services.includes(item.type) && itemBases(item).length === 0, '/legalBases'),
  },
  {
    id: 'LAW-02',
    subject: 'item',
    severity: 'error',
    reads: ['/legalBases', '/type'],
    basis: '行政许可法第十七条',
    message: '设定依据只有{kinds}，不得设定行政许可。',
    mend: '补上设定本许可的法律、法规；没有的，按清理程序提出取消。',
    quick: true,
    check: (item, context) => {
      const laws = registeredBases(item, context)
      if (item.type !== 'licensing' || laws === undefined || laws.some(({ kind }) => maySetUp.includes(kind))) return []
      const names = [...new Set(laws.map(({ kind }) => (kind === 'departmental-rule' ? '部门规章' : '规范性文件')))]
      return [{ path: '/legalBases', facts: { kinds: names.join('和') } }]
    },
  },
  {
    id: 'LAW-03',
    subject: 'item',
    severity: 'warning',
    reads: ['/legalBases', '/type'],
    basis: '行政许可法第十五条',
    message: '省政府规章《{law}》设定的临时性许可已满一年。',
    mend: '补上地方性法规或者上位法的依据；没有的，许可应当停止实施。',
    quick: true,
    check: (item, context) => {
      const laws = registeredBases(item, context)
      if (item.type !== 'licensing' || laws === undefined || laws.some(({ kind }) => kind !== 'provincial-rule'))
        return []
      const old = laws.find(({ inForceFrom }) => inForceFrom !== null && addYear(inForceFrom) <= context.day)
      return old === undefined ? [] : [{ path: '/legalBases', facts: { law: old.title } }]
    },
  },
  {
    id: 'LAW-04',
    subject: 'item',
    severity: 'error',
    reads: cited,
    basis: null,
    message: '依据《{law}》已于{date}废止。',
    mend: '改为现行依据{replacement}；没有的，提出取消或者调整。',
    quick: true,
    check: onLaws(({ path }, law, { day }) =>
      breachIf(standingOfLaw(law, day) === 'repealed', path, {
        law: law.title,
        date: law.repealedOn ?? '',
        replacement: law.replacedBy === null ? '' : `《${law.replacedBy}》`,
      }),
    ),
  },
  {
    id: 'LAW-05',
    subject: 'item',
    severity: 'warning',
    reads: cited,
    basis: null,
    message: '《{law}》已于{date}修改，晚于{read}的核对，请复核条款号和时限。',
    mend: '对照修改后的条文，改正条款号、时限和材料，更新核对日期。',
    quick: true,
    check: (item, context) => {
      const told = new Set<string>()
      return onLaws((citation, law, { day }, { guide }) => {
        const readOn = latest(citation.textVersion, guide?.checkedOn ?? null)
        const date = readOn === null ? undefined : findAmendment(law, readOn, day)
        if (readOn === null || date === undefined || told.has(law.title)) return []
        told.add(law.title)
        return [{ path: citation.path, facts: { law: law.title, date, read: readOn } }]
      })(item, context)
    },
  },
  {
    id: 'LAW-06',
    subject: 'item',
    severity: 'warning',
    reads: cited,
    basis: null,
    message: '依据《{law}》{fault}。',
    mend: '写明条款，如“第三条”“第三十七条第二款”；同一依据的几条分开写。',
    quick: true,
    check: (item) =>
      listCitations(item).flatMap(({ path, law, articles }) => {
        if (articles.length === 0) return [{ path: `${path}/articles`, facts: { law, fault: '没有写明条款' } }]
        const unread = articles.findIndex((article) => readArticles(article) === undefined)
        const fault = `的条款“${articles[unread] ?? ''}”读不懂`
        return breachIf(unread >= 0, `${path}/articles/${unread}`, { law, fault })
      }),
  },
  {
    id: 'LAW-07',
    subject: 'item',
    severity: 'warning',
    reads: cited,
    basis: null,
    message: '《{law}》只有{count}条，没有{article}，请核对。',
    mend: '对照条文改正条款号。',
    quick: true,
    check: onLaws(({ path, articles }, law) => {
      const { articleCount: count } = law
      if (count === null) return []
      return articles.flatMap((article, index) => {
        const isBeyond = (readArticles(article) ?? []).some((place) => (place.article ?? 0) > count)
        return breachIf(isBeyond, `${path}/articles/${index}`, { law: law.title, count, article })
      })
    }),
  },
  {
    id: 'LAW-08',
    subject: 'item',
    severity: 'hint',
    reads: ['/legalBases', '/statutoryTimeLimit'],
    basis: null,
    message: '有{count}条依据，未指明法定时限所依据的条款。',
    mend: '给规定时限的那一条选定用途“时限”。',
    quick: true,
    check: ({ legalBases, statutoryTimeLimit }) => {
      const isOpen = statutoryTimeLimit !== null && legalBases.length > 1
      const isMarked = legalBases.some((basis) => basis.for === 'limit')
      return breachIf(isOpen && !isMarked, '/legalBases', { count: legalBases.length })
    },
  },
  {
    id: 'LAW-09',
    subject: 'item',
    severity: 'warning',
    reads: cited,
    basis: null,
    message: '依据《{law}》自{date}起施行，当时还不能作为依据。',
    mend: '写明当时有效的依据。',
    quick: true,
    check: onLaws(({ path }, law, { day }) =>
      breachIf(standingOfLaw(law, day) === 'planned', path, { law: law.title, date: law.inForceFrom ?? '' }),
    ),
  },
]

type CheckLaw = (citation: Citation, law: Law, context: RuleContext, item: ApprovalItem) => Breach[]

/** Every citation of a law that the register knows. */
function onLaws(check: CheckLaw): ItemRule['check'] {
  return (item, context) =>
    listCitations(item).flatMap((citation) => {
      const law = findLaw(context.laws, citation.law)
      return law === undefined ? [] : check(citation, law, context, item)
    })
}

function itemBases({ legalBases }: ApprovalItem): ApprovalItem['legalBases'] {
  return legalBases.filter((basis) => basis.for === 'item')
}

/** The laws that set up the item; `undefined`: there is none, or one that the register does not know. */
function registeredBases(item: ApprovalItem, { laws }: RuleContext): Law[] | undefined {
  const bases = itemBases(item)
  const found = bases.flatMap(({ law }) => findLaw(laws, law) ?? [])
  return found.length > 0 && found.length === bases.length ? found : undefined
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}

/** The same day a year later; 29 February becomes one that never comes, so that 1 March is the first after it. */
function addYear(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`
}
