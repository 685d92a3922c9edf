import { clauseAt, withChineseSigns } from './clauses.ts'

/** Words in a text that ask the applicant for money. */
export interface WrittenFee {
  text: string
  start: number
  end: number
}

/** 缴纳工本费, 缴费, 交纳手续费, 收取20元, 每证10元, 收费标准为. */
const asking =
  /(?:缴纳|交纳|收取|支付)[^，。；、]{0,8}?费(?!用?[减免])|[缴交]费|(?:每[证本份件人次台辆户]|收取|缴纳|交纳)[^，。；、]{0,4}?\d+(?:\.\d+)?元/g
/** Nothing is asked, or it is the money of a tax, an insurance, a deposit or another contract. */
const harmless =
  /不(?:收|需|用|再|得|予|向|涉及)|无[需须]|免(?:费|收|缴|交|征)|未收|停(?:止)?征|取消|保险|社保|医保|公积金|税|罚|保证金|押金|赔偿|党费|会费|学费|工资|欠费|缴费(?:基数|年限|记录|证明|凭证|单)|缴纳(?:证明|凭证|记录)/

/** Where a text asks for a fee of this item. Sentences that say 不收费 and payments of other kinds are left out. */
export function findFees(text: string): WrittenFee[] {
  const plain = withChineseSigns(text)
  return [...plain.matchAll(asking)].flatMap(({ 0: written, index }) =>
    harmless.test(clauseAt(plain, index)) ? [] : [{ text: written, start: index, end: index + written.length }],
  )
}
