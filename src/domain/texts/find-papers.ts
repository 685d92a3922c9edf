import { clauseAt, withChineseSigns } from './clauses.ts'

/** A paper that a text names. */
export interface WrittenPaper {
  /** Its name without book marks. */
  name: string
  start: number
  end: number
}

const lawEnd =
  /(?:法|条例|规定|办法|细则|规则|决定|通知|意见|标准|规范|规程|目录|公约|解释|章程示范文本|通则|准则|导则|指南|名录|纲要|规划)(?:[（(][^（）()]*[）)])?$/
/** Kinds of papers by which officials end a name. */
const kinds =
  '(?:身份证|许可证|资格证书?|合格证书?|登记证书?|使用证|所有权证|权属证书|毕业证书?|执业证书?|营业执照|执照|证书|证明|证明文件|批准文件|批复|合同|协议书?|意见书|通知书|决定书|委托书|承诺书|申请书|申请表|登记表|审批表|报告书?|章程|图纸|平面图)'
/** Verbs by which a condition asks for a paper. */
const verbs = '(?:持有|取得|具有|具备|领取|拥有|提交|提供|出具|递交|办妥|获得|经批准取得|依法取得)'
const asked = new RegExp(
  `${verbs}(?:了|过)?([^，,。；、：:（）()《》“”\\s]{1,24}?${kinds})(?![^，,。；、：:（）()\\s]{0,3}(?:人员|人|单位|企业|的))`,
  'g',
)

/** Papers named in book marks, laws and standards left out. */
export function findTitledPapers(text: string): WrittenPaper[] {
  return [...text.matchAll(/《([^《》]{2,40})》/g)].flatMap(({ 0: whole, 1: name = '', index }) =>
    lawEnd.test(name) ? [] : [{ name, start: index, end: index + whole.length }],
  )
}

/** Papers that a sentence asks to have or hand in: 取得建设用地规划许可证, 提交可行性研究报告. Denied ones are left out. */
export function findAskedPapers(text: string): WrittenPaper[] {
  const plain = withChineseSigns(text)
  return [...plain.matchAll(asked)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const clause = clauseAt(plain, index)
    if (
      /[未无不没免](?:能|曾|有|需|须|必|用|得|予)?[^，。；]{0,4}(?:持有|取得|具有|具备|领取|提交|提供|出具|办理)/.test(
        clause,
      )
    )
      return []
    const core = coreOf(name)
    // One of two papers, or several in one breath: which is meant stays open.
    if (/或|和|及|与/.test(core)) return []
    return core.length < 3 ? [] : [{ name: core, start: index + whole.length - name.length, end: index + whole.length }]
  })
}

/** Words before a name that do not belong to it. */
function coreOf(name: string): string {
  return name.replace(
    /^(?:(?:有效|合法|真实|完整|齐全|相应|相关|有关|必要|规定|符合[^的]{0,8}|依法[^的]{0,6}|由?[^的]{2,10}(?:出具|核发|颁发|签发|批准|认可))的?)+(?:的)?/,
    '',
  )
}
