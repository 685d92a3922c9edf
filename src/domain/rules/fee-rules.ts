import type { Law } from '../../schema/types.ts'
import { findLaw } from '../law-register.ts'
import { findFees } from '../texts/find-fees.ts'
import { breachIf, type GuideRule, isBlank } from './rule.ts'

/** 行政许可法 第五十八条: fees of a licence need a law or an administrative regulation. */
const mayCharge: readonly Law['kind'][] = ['law', 'administrative-regulation']
const formFee = /(?:申请(?:书|表)|表格|格式文本|登记表|单证)(?:格式文本)?(?:的)?(?:工本|印制|材料|复印)?费/

/** What is charged, on which ground, and whether the rest of the item agrees. */
export const feeRules: readonly GuideRule[] = [
  {
    id: 'FEE-01',
    subject: 'guide',
    severity: 'error',
    reads: ['/guide/fees'],
    basis: '行政许可法第五十八条、第五十九条',
    message: '收费事项缺少{missing}。',
    mend: '写明收费项目、收费标准和收费依据；不收费的删去这一行。',
    quick: true,
    check: ({ fees }) =>
      fees.flatMap(({ name, standard, basis }, index) => {
        const missing = [
          ...(isBlank(name) ? ['收费项目'] : []),
          ...(isBlank(standard) ? ['收费标准'] : []),
          ...(basis === null ? ['收费依据'] : []),
        ]
        return breachIf(missing.length > 0, `/guide/fees/${index}`, { missing: missing.join('、') })
      }),
  },
  {
    id: 'FEE-02',
    subject: 'guide',
    severity: 'error',
    reads: ['/guide/fees', '/type'],
    basis: '行政许可法第五十八条',
    message: '行政许可收费须有法律、行政法规依据，“{name}”的依据《{law}》不是。',
    mend: '改为法律、行政法规的依据；没有的不得收费。',
    quick: true,
    check: ({ fees }, { item, laws }) =>
      item.type !== 'licensing'
        ? []
        : fees.flatMap(({ name, basis }, index) => {
            const law = basis === null ? undefined : findLaw(laws, basis.law)
            const isTooLow = law !== undefined && !mayCharge.includes(law.kind)
            return breachIf(isTooLow, `/guide/fees/${index}/basis`, { name: name ?? '收费', law: law?.title ?? '' })
          }),
  },
  {
    id: 'FEE-03',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/fees', '/guide/onlinePayment', '/procedure'],
    basis: null,
    message: '本事项不收费，{fault}。',
    mend: '收费的填写收费项目；不收费的去掉缴费的内容。',
    quick: true,
    // Steps alone: conditions and materials speak of fees paid for something else (缴费年限, 缴费凭证).
    check: ({ fees, onlinePayment }, { item }) => {
      if (fees.length > 0) return []
      const steps = item.procedure?.steps ?? []
      return [
        ...breachIf(onlinePayment === true, '/guide/onlinePayment', { fault: '却支持网上支付' }),
        ...steps.flatMap(({ name }, index) =>
          breachIf(findFees(name).length > 0, `/procedure/steps/${index}`, { fault: `流程却有缴费环节“${name}”` }),
        ),
      ]
    },
  },
  {
    id: 'FEE-04',
    subject: 'guide',
    severity: 'warning',
    reads: ['/guide/fees'],
    basis: '行政许可法第五十八条',
    message: '申请书格式文本不得收费：“{name}”。',
    mend: '取消这项收费，免费提供申请书格式文本。',
    quick: true,
    check: ({ fees }) =>
      fees.flatMap(({ name }, index) =>
        breachIf(name !== null && formFee.test(name), `/guide/fees/${index}/name`, { name: name ?? '' }),
      ),
  },
]
