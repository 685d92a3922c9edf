import type { Material } from '../../schema/types.ts'
import { plainPaperName } from '../plain-names.ts'
import { findNamed } from './agency-names.ts'
import { type Breach, breachIf, type GuideRule, type ItemContext, isBlank } from './rule.ts'

/** A body that exercises public power, by the end of its name. */
const publicBody = /(?:局|委员会|委|厅|政府|机关|主管部门|管理部门|公安|法院|检察院|税务所|街道办事处|海关)$/
/** Papers by which an applicant shows who it is: they are looked at, not kept, whoever issued them. */
const identityPaper = /身份证(?:明|件)?$|户口簿$|^护照$/
/** How many names a finding that counts papers gives as examples. */
const samples = 3

/** The list of materials: what is asked for, on which ground, and whether somebody in the city has it already. */
export const materialRules: readonly GuideRule[] = [
  {
    id: 'MAT-01',
    subject: 'guide',
    severity: 'error',
    reads: ['/guide/materials', '/guide/noMaterials'],
    basis: '行政许可法第三十条',
    message: '申请材料清单为空，也没有写明无需材料。',
    mend: '列出全部申请材料；确实不需要的，选定“无需材料”。',
    quick: true,
    check: ({ materials, noMaterials }) => breachIf(materials.length === 0 && !noMaterials, '/guide/materials'),
  },
  {
    id: 'MAT-02',
    subject: 'guide',
    severity: 'error',
    reads: ['/guide/materials'],
    basis: null,
    message: '材料“{name}”缺少{missing}。',
    mend: '写明材料是必要、非必要还是容缺后补，以及原件和复印件的份数。',
    quick: true,
    check: onMaterials(({ name, necessity, originals, copies, form }, path) => {
      const missing = [
        ...(necessity === null ? ['必要性'] : []),
        // An electronic paper has no number of copies.
        ...(form !== 'electronic' && originals === null && copies === null ? ['份数'] : []),
      ]
      return breachIf(missing.length > 0, path, { name, missing: missing.join('和') })
    }),
  },
  {
    id: 'MAT-03',
    subject: 'guide',
    severity: 'hint',
    reads: ['/guide/materials', '/legalBases'],
    basis: '行政许可法第三十一条',
    message: '{count}项要由别处出具的材料没有依据，可能不应收取：{names}。',
    mend: '逐项写明要求提交的依据；没有依据的删去。设定依据里有一条规定了全部材料的，给它选定用途“材料”。',
    quick: true,
    // One finding for a guide: the mending is one. What the applicant writes itself needs no proof of somebody else.
    check: ({ materials }, { item }) => {
      if (item.legalBases.some((basis) => basis.for === 'material')) return []
      const open = materials.filter(({ basis, source }) => basis === null && source !== 'applicant')
      const names = open.slice(0, samples).map(({ name }) => `“${name}”`)
      const facts = { count: open.length, names: names.join('') + (open.length > samples ? '等' : '') }
      return breachIf(open.length > 0, '/guide/materials', facts)
    },
  },
  {
    id: 'MAT-04',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/materials', '/agency'],
    basis: null,
    message: '“{name}”由本部门核发，不应要求申请人提交。',
    mend: '从材料清单中删去，由窗口内部核查。',
    quick: true,
    // A form that is filled in to get the paper is not the paper; a paper that is changed, renewed or given back has to be brought.
    check: onMaterials(({ name, issuer, kind }, path, context) => {
      if (kind === 'form' || identityPaper.test(plainPaperName(name)) || isExchanged(name, context)) return []
      const { item, catalogue } = context
      const isOwn = issuer !== null && findNamed(issuer, context.agencies).has(item.agency)
      const isIssued = catalogue.issuersOf(name).agencies.has(item.agency)
      return breachIf(isOwn || isIssued, path, { name })
    }),
  },
  {
    id: 'MAT-05',
    subject: 'guide',
    severity: 'hint',
    reads: ['/guide/materials', '/agency'],
    basis: null,
    message: '“{name}”由{agency}核发，建议内部核查。',
    mend: '与{agency}共享核发结果后，不再要求申请人提交。',
    quick: true,
    check: onMaterials(({ name, issuer, kind }, path, { item, agencies, catalogue }) => {
      if (kind === 'form') return []
      const issuing = catalogue.issuersOf(name).agencies
      const named = findNamed(issuer ?? '', agencies)
      if (issuing.has(item.agency) || named.has(item.agency)) return []
      const [code] = issuing.size > 0 ? issuing : named
      const agency = agencies.get(code ?? '')?.name ?? code
      return agency === undefined ? [] : [{ path, facts: { name, agency } }]
    }),
  },
  {
    id: 'MAT-06',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/materials'],
    basis: null,
    message: '材料“{name}”与“{other}”疑似重复。',
    mend: '合并为一项，写明份数；不同情形下才要的，写明各自的情形。',
    quick: true,
    // The same paper asked for in two cases that exclude each other is no repetition.
    check: ({ materials }) => {
      const seen = new Map<string, Material>()
      return materials.flatMap((material, index) => {
        const key = plainPaperName(material.name)
        const first = seen.get(key)
        if (first === undefined) seen.set(key, material)
        const isRepeated = first !== undefined && (first.when === material.when || first.when === null)
        return breachIf(isRepeated, `/guide/materials/${index}`, { name: material.name, other: first?.name ?? '' })
      })
    },
  },
  {
    id: 'MAT-07',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/materials', '/guide/samples'],
    basis: '行政许可法第二十九条、第三十条',
    message: '要求填写“{name}”，但没有{missing}。',
    mend: '附上空白表格和填写示范文本。',
    quick: true,
    check: (guide, context) =>
      onMaterials(({ name, kind, blank, sample }, path) => {
        const missing = [
          ...(blank === null ? ['空白表格'] : []),
          ...(sample === null && guide.samples.length === 0 ? ['示范文本'] : []),
        ]
        return breachIf(kind === 'form' && missing.length > 0, path, { name, missing: missing.join('和') })
      })(guide, context),
  },
  {
    id: 'MAT-08',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/materials'],
    basis: null,
    message: '“{name}”的来源渠道是“申请人自备”，出具机构却是“{issuer}”。',
    mend: '来源渠道改为政府部门核发，或者改正出具机构。',
    quick: true,
    check: onMaterials(({ name, issuer, source }, path, { agencies }) => {
      if (issuer === null || source !== 'applicant') return []
      const isPublic = publicBody.test(issuer) || findNamed(issuer, agencies).size > 0
      return breachIf(isPublic, path, { name, issuer })
    }),
  },
  {
    id: 'MAT-09',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/materials', '/guide/intermediaries'],
    from: '2015-04-27',
    basis: '国办发〔2015〕31号',
    message: '中介服务“{name}”缺少依据。',
    mend: '在中介服务里写明委托中介的依据；没有依据的，由申请人自行编制或者由部门组织。',
    quick: true,
    check: ({ materials, intermediaries }) => {
      const hasGround = intermediaries.some(({ basis }) => !isBlank(basis))
      const services = intermediaries.flatMap(({ name, basis }, index) =>
        breachIf(isBlank(basis), `/guide/intermediaries/${index}`, { name }),
      )
      // A report that an intermediary draws up needs some service with a ground; which one it belongs to, names do not tell.
      const papers = materials.flatMap(({ name, source, basis }, index) =>
        breachIf(
          source === 'intermediary' && basis === null && intermediaries.length === 0 && !hasGround,
          `/guide/materials/${index}`,
          { name },
        ),
      )
      return [...services, ...papers]
    },
  },
]

type CheckMaterial = (material: Material, path: string, context: ItemContext) => Breach[]

function onMaterials(check: CheckMaterial): GuideRule['check'] {
  return ({ materials }, context) =>
    materials.flatMap((material, index) => check(material, `/guide/materials/${index}`, context))
}

/** Whether the item itself, or the main item of which it is a change, renewal or end, issues the paper. */
function isExchanged(paper: string, { item, catalogue }: ItemContext): boolean {
  const { items } = catalogue.issuersOf(paper)
  return items.has(item.code) || items.has(item.parent ?? item.code)
}
