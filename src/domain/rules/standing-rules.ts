import type { Agency, Day } from '../../schema/types.ts'
import { isPublished } from './catalogue-index.ts'
import { breachIf, type CatalogueRule, type ItemRule, isBlank } from './rule.ts'
import { standardsFrom } from './rule-profiles.ts'
import { undertakingsOf } from './undertakings.ts'

/** Who exercises the power, by what right, and what stands above and below the item. */
export const standingRules: readonly (ItemRule | CatalogueRule)[] = [
  {
    id: 'ITM-06',
    subject: 'item',
    severity: 'error',
    reads: ['/agency'],
    basis: null,
    message: '实施部门“{agency}”{fault}。',
    mend: '改为当时存在的部门；职能划转的，登记调整决定。',
    quick: true,
    check: ({ agency: code }, { agencies, day }) => {
      if (agencies.size === 0) return []
      const agency = agencies.get(code)
      if (agency === undefined) return [{ path: '/agency', facts: { agency: code, fault: '不在机构表里' } }]
      const facts = { agency: agency.name, fault: faultOf(agency, day) }
      // What a dissolved agency did goes on with the one that took over: only the decision that moves the item is missing.
      const isTakenOver = agency.to !== null && agencies.has(agency.successor ?? '')
      return breachIf(facts.fault !== '', '/agency', facts).map((breach) =>
        isTakenOver ? { ...breach, severity: 'warning' as const } : breach,
      )
    },
  },
  {
    id: 'ITM-08',
    subject: 'item',
    severity: 'error',
    reads: ['/parent'],
    basis: 'GB/T 39554.1-2020',
    basisFrom: standardsFrom,
    message: '主项“{parent}”{fault}，本子项还在用。',
    mend: '一并调整子项，或者改挂到在用的主项。',
    quick: true,
    check: ({ parent }, { catalogue }) => {
      if (parent === null || catalogue.items.size === 0) return []
      const main = catalogue.items.get(parent)
      if (main?.state === 'active' || main?.state === 'suspended') return []
      return [{ path: '/parent', facts: { parent, fault: main === undefined ? '不存在' : '已不在用' } }]
    },
  },
  {
    id: 'ITM-09',
    subject: 'item',
    severity: 'warning',
    reads: ['/code'],
    basis: null,
    message: '主项下仅有一个子项“{sub}”，建议并入主项。',
    mend: '把子项并入主项，或者补上其余子项。',
    quick: true,
    check: ({ code }, { catalogue }) => {
      const [sub, ...more] = catalogue.subItemsOf(code)
      return sub === undefined || more.length > 0 ? [] : [{ path: '/code', facts: { sub: sub.name } }]
    },
  },
  {
    id: 'ITM-10',
    subject: 'item',
    severity: 'error',
    reads: ['/powerSource'],
    basis: null,
    message: '权力来源为“上级下放”，但没有一份调整决定承接本事项。',
    mend: '登记承接本事项的调整决定，写明上级文号；不是下放的，改权力来源。',
    quick: true,
    check: ({ code, powerSource }, { decisions }) => {
      const isTaken = undertakingsOf(code, decisions).length > 0
      return breachIf(powerSource === 'delegated' && !isTaken, '/powerSource')
    },
  },
  {
    id: 'ITM-11',
    subject: 'item',
    severity: 'error',
    reads: ['/powerSource', '/entrustingBody', '/agency'],
    basis: '行政许可法第二十四条',
    message: '受委托实施，但未填写委托部门。',
    mend: '填写委托部门；不是受委托的，改权力来源或者机构性质。',
    quick: true,
    // The row by which it was taken over names who entrusts it.
    check: ({ code, powerSource, entrustingBody, agency }, { agencies, decisions }) => {
      const isNamed = undertakingsOf(code, decisions).some(({ mode }) => mode === 'entrusted')
      const isEntrusted = powerSource === 'entrusted' || agencies.get(agency)?.nature === 'entrusted'
      return breachIf(isEntrusted && isBlank(entrustingBody) && !isNamed, '/entrustingBody')
    },
  },
  {
    id: 'ITM-12',
    subject: 'item',
    severity: 'warning',
    reads: ['/type', '/powerSource', '/agency'],
    basis: '行政许可法第二十四条',
    message: '行政许可只能委托其他行政机关实施，“{agency}”不是法定机关。',
    mend: '收回委托，由行政机关实施；有法律、法规授权的，权力来源改为授权。',
    quick: true,
    check: ({ type, powerSource, agency: code }, { agencies }) => {
      const agency = agencies.get(code)
      if (type !== 'licensing' || agency === undefined || agency.nature === 'statutory') return []
      const isEntrusted = powerSource === 'entrusted' || agency.nature === 'entrusted'
      return breachIf(isEntrusted, '/powerSource', { agency: agency.name })
    },
  },
  {
    id: 'ITM-13',
    subject: 'item',
    severity: 'error',
    reads: ['/exerciseLevel'],
    basis: 'GB/T 39046-2020',
    basisFrom: standardsFrom,
    message: '行使层级与实施部门层级不一致：市级目录里的事项应为市级或者分级管理。',
    mend: '改为市级；市县都行使的改为分级管理。',
    quick: true,
    // Every agency of a city's catalogue works at the level of the city, those of the State and the province in the city among them.
    check: ({ exerciseLevel }) =>
      breachIf(exerciseLevel !== 'municipal' && exerciseLevel !== 'graded', '/exerciseLevel'),
  },
  {
    id: 'ITM-17',
    subject: 'item',
    severity: 'warning',
    reads: ['/guide', '/type'],
    basis: '行政许可法第三十条',
    message: '在用事项尚未发布办事指南。',
    mend: '编写并发布办事指南。',
    quick: true,
    // An internal approval is not applied for by the public.
    check: ({ guide, type }, { day }) => breachIf(type !== 'internal-approval' && !isPublished(guide, day), '/guide'),
  },
  {
    id: 'ITM-18',
    subject: 'catalogue',
    severity: 'error',
    reads: ['/guide/checkedOn', '/guide/withdrawnOn'],
    basis: '湖南省规范行政裁量权办法第十七条',
    message: '“{name}”{fault}，办事指南之后还在核对更新。',
    mend: '停止公开这份指南，填写撤下日期；还在办理的，改用在用的事项。',
    quick: false,
    // The site itself takes the guide down with the item; a guide that somebody goes on checking is a matter that goes on.
    check: ({ catalogue }) =>
      [...catalogue.items.values()].flatMap(({ code, name, state, isGuideKept }) => {
        const fault = endings[state]
        return fault !== undefined && isGuideKept
          ? [{ subject: code, path: '/guide/checkedOn', facts: { name, fault } }]
          : []
      }),
  },
]

/** States in which nobody may apply here any more, in words. */
const endings: Readonly<Partial<Record<string, string>>> = {
  cancelled: '已取消',
  delegated: '已下放',
  merged: '已合并',
  split: '已拆分',
  internal: '已转为内部审批',
}

function faultOf({ from, to }: Agency, day: Day): string {
  if (from !== null && day < from) return `${from}才设立`
  return to !== null && to < day ? `已于${to}撤销` : ''
}
