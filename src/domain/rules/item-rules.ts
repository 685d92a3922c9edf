import type { ApprovalItem } from '../../schema/types.ts'
import { labels } from '../labels.ts'
import { plainName } from '../plain-names.ts'
import type { IndexedItem } from './catalogue-index.ts'
import { breachIf, type ItemRule, isBlank, type RuleContext } from './rule.ts'
import { profileStarts, standardsFrom } from './rule-profiles.ts'

/** Words of which one says what is done: 审批, 核准 … A name without any is the name of a thing or of a field. */
const actionWord =
  /审批|预审|初审|会审|核准|核发|核定|核实|核查|核验|审核|审查|审定|审验|许可|备案|认定|认可|认证|登记|注册|批准|批复|同意|确认|鉴定|检定|检测|检验|检疫|验收|评定|评审|评估|考核|年检|年审|年度检查|签发|签证|签注|颁发|发放|换发|补发|补办|换证|补证|换领|补领|配发|校验|终止|办理|申领|领取|提取|缴存|贷款|减免|退还|补贴|补助|给付|奖励|征收|缴纳|裁决|仲裁|调解|公证|援助|查询|出具|证明|变更|注销|延续|延期|设立|设置|撤销|命名|更名|授权|委托|申报|报告|公告|转移|指定|任命|招聘|检查|监督|处理|服务/

/** How like names of two agencies' items must be to be told: alone, and when they rest on the same article. */
const likeness = { alone: 0.85, sameArticle: 0.65 }

/** Codes and names of an item, and whom it is for. */
export const itemRules: readonly ItemRule[] = [
  {
    id: 'ITM-01',
    subject: 'item',
    severity: 'error',
    reads: ['/name'],
    basis: 'GB/T 39554.2-2020',
    basisFrom: standardsFrom,
    message: '事项名称不能为空，也不能只有标点。',
    mend: '填写事项的规范名称，如“企业投资项目核准”。',
    quick: true,
    check: ({ name }) => breachIf(!/[\p{L}\p{N}]/u.test(name), '/name'),
  },
  {
    id: 'ITM-02',
    subject: 'item',
    severity: 'error',
    reads: ['/name', '/agency', '/type'],
    basis: null,
    message: '本部门存在同名的在用事项“{name}”（{other}）。',
    mend: '核对两项是否重复：重复的合并，不重复的在名称里写明区别。',
    quick: true,
    check: (item, { catalogue }) => {
      const other = catalogue.namesakesOf(item).find(({ code }) => code !== item.code)
      return other === undefined ? [] : [{ path: '/name', facts: { name: other.name, other: other.code } }]
    },
  },
  {
    id: 'ITM-03',
    subject: 'item',
    severity: 'warning',
    reads: ['/name', '/agency', '/legalBases'],
    basis: null,
    message: '与{agency}的“{name}”（{other}）疑似重复，请核对是否应合并。',
    mend: '两项办的是同一件事的，由一个部门办理或者合并；不是的，在名称里写明区别。',
    quick: true,
    check: findTwinElsewhere,
  },
  {
    id: 'ITM-04',
    subject: 'item',
    severity: 'error',
    reads: ['/code', '/catalogCode', '/implementationCode'],
    basis: 'GB/T 39554.1-2020',
    basisFrom: standardsFrom,
    message: '{field}“{code}”{fault}。',
    mend: '基本编码为12位；实施编码为31位，由18位统一社会信用代码、1位层级码和12位基本编码组成，全市不得重复。',
    quick: true,
    check: checkCodes,
  },
  {
    id: 'ITM-05',
    subject: 'item',
    severity: 'warning',
    reads: ['/type'],
    from: '2015-05-14',
    basis: '国发〔2015〕27号',
    message: '2015年5月14日后不得再有“非行政许可审批”类事项。',
    mend: '按清理决定取消，或者调整为行政许可、政府内部审批或者其他权力。',
    quick: true,
    check: ({ type }) => breachIf(type === 'non-licensing-approval', '/type'),
  },
  {
    id: 'ITM-07',
    subject: 'item',
    severity: 'warning',
    reads: ['/name'],
    basis: null,
    message: '事项名称不规范：{fault}。',
    mend: '名称写成“对象＋行为”，如“临时占用林地审批”，不写部门名称。',
    quick: true,
    // Services to the public are called by what people come for.
    check: ({ name, agency, type }, { agencies }) => {
      if (!/[\p{L}\p{N}]/u.test(name)) return []
      const isService = type === 'public-service' || type === 'other-service'
      const own = [agencies.get(agency)?.name, agencies.get(agency)?.shortName].find(
        (body) => body !== undefined && body !== null && name.includes(body),
      )
      if (own !== undefined && own !== null) return [{ path: '/name', facts: { fault: `夹带部门名称“${own}”` } }]
      return breachIf(!isService && !actionWord.test(name), '/name', { fault: '缺少“审批”“核准”“备案”一类的行为词' })
    },
  },
  {
    id: 'ITM-14',
    subject: 'item',
    severity: 'error',
    reads: ['/audiences'],
    basis: 'GB/T 39046-2020',
    basisFrom: standardsFrom,
    message: '服务对象不能为空。',
    mend: '选定办事人是自然人、企业法人或者其他组织。',
    quick: true,
    check: ({ audiences }) => breachIf(audiences.length === 0, '/audiences'),
  },
  {
    id: 'ITM-15',
    subject: 'item',
    severity: 'warning',
    reads: ['/themes', '/audiences'],
    basis: null,
    message: '主题“{theme}”与服务对象“{audiences}”不一致。',
    mend: '改选主题，或者补上服务对象。',
    quick: true,
    check: ({ themes, audiences }, { policy }) => {
      const forPersons = audiences.includes('citizen')
      const forBodies = audiences.some((audience) => audience !== 'citizen')
      return themes.flatMap((theme, index) => {
        const isOdd =
          (policy.personThemes.includes(theme) && !forPersons) || (policy.corporateThemes.includes(theme) && !forBodies)
        const facts = { theme, audiences: audiences.map((audience) => labels.audience[audience]).join('、') }
        return breachIf(isOdd && audiences.length > 0, `/themes/${index}`, facts)
      })
    },
  },
  {
    id: 'ITM-16',
    subject: 'item',
    severity: 'hint',
    reads: ['/undertakingUnit'],
    basis: '行政许可标准化指引（2016版）',
    basisFrom: profileStarts['2016'],
    message: '未填写承办科室。',
    mend: '填写承办科室或者责任岗位。',
    quick: true,
    check: ({ undertakingUnit }) => breachIf(isBlank(undertakingUnit), '/undertakingUnit'),
  },
]

function findTwinElsewhere(item: ApprovalItem, { catalogue, agencies }: RuleContext) {
  const articles = new Set(
    item.legalBases
      .filter((basis) => basis.for === 'item')
      .flatMap(({ law, articles: all }) => all.map((one) => `${law}${one}`)),
  )
  const isTwin = (owner: IndexedItem, found: number) => {
    if (owner.agency === item.agency || owner.code === item.code) return false
    return found >= likeness.alone || owner.articles.some((article) => articles.has(article))
  }
  for (const similar of catalogue.findSimilar(item.name, likeness.sameArticle)) {
    const twin = similar.owners.find((owner) => isTwin(owner, similar.likeness))
    if (twin === undefined) continue
    const agency = agencies.get(twin.agency)?.name ?? twin.agency
    return [{ path: '/name', facts: { agency, name: twin.name, other: twin.code } }]
  }
  return []
}

function checkCodes({ code, catalogCode, implementationCode }: ApprovalItem, { catalogue }: RuleContext) {
  const catalog = (fault: string) => [
    { path: '/catalogCode', facts: { field: '基本编码', code: catalogCode ?? '', fault } },
  ]
  const whole = (fault: string) => [
    { path: '/implementationCode', facts: { field: '实施编码', code: implementationCode ?? '', fault } },
  ]
  return [
    ...(catalogCode !== null && !/^[0-9A-Z]{12}$/.test(catalogCode) ? catalog('不是12位') : []),
    ...(implementationCode === null ? [] : findCodeFault(implementationCode, catalogCode).flatMap(whole)),
    ...(implementationCode !== null && catalogue.holdersOf(implementationCode).some((other) => other.code !== code)
      ? whole('已用于其他事项')
      : []),
  ]
}

const socialCreditSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100-2015: the eighteenth sign of a 统一社会信用代码 checks the seventeen before it. */
function isSocialCreditCode(code: string): boolean {
  const values = [...code].map((sign) => socialCreditSigns.indexOf(sign))
  if (code.length !== 18 || values.includes(-1)) return false
  const sum = values.slice(0, 17).reduce((total, value, index) => total + value * (3 ** index % 31), 0)
  return values[17] === (31 - (sum % 31)) % 31
}

function findCodeFault(code: string, catalogCode: string | null): string[] {
  if (code.length !== 31) return ['不是31位']
  if (!isSocialCreditCode(code.slice(0, 18))) return ['前18位不是有效的统一社会信用代码']
  if (catalogCode !== null && plainName(code.slice(19)) !== catalogCode) return ['后12位与基本编码不同']
  return []
}
