import { withChineseSigns } from './clauses.ts'

const numbering = /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*)+/
const paper =
  '(?:申请书|申请表|登记表|审批表|申报表|身份证|身份证明|营业执照|许可证|资格证书?|合格证书?|证明|证明材料|证明文件|批准文件|批复|合同|协议书?|委托书|承诺书|报告书?|章程|图纸|平面图|照片|材料|清单|登记证书?|产权证|任命书|名册)'
const copies =
  /(?:复印件|原件|扫描件)(?:[（(][^（）()]*[）)])?(?:各?[一二两三四五六七八九十\d]+[份张套]|一式[一二两三四五六七八九十\d]+[份张])?[。；;]?$|一式[一二两三四五六七八九十\d]+[份套]/
const handing = new RegExp(
  `^(?:申请人(?:应当?|须|需)?)?(?:须|需|应当?)?(?:提交|提供|递交|报送|填报|填写|交验|携带|附)[^，。；]{0,30}${paper}(?:[（(][^（）()]*[）)])?[。；;]?$`,
)
const named = new RegExp(`^[^，。；、：:]{0,16}${paper}(?:[正副]本)?(?:[（(][^（）()]*[）)])?[。；;]?$`)
/** What makes a sentence a condition: somebody has, is or does something, or the papers have a quality. */
const judging =
  /真实|齐全|有效|合法|完整|符合|一致|已|有|取得|持|具|经|是|为|无|未|不|在|能|可|应当?|依法|通过|达到|满|属于|获|办理|签订|达成|约定|建立|制定|配备/

/** Whether a text that stands among the conditions is a paper to hand in: 提交申请表一份, 营业执照复印件. */
export function isMaterialLike(condition: string): boolean {
  const text = withChineseSigns(condition).replace(numbering, '').trim()
  if (/真实|齐全|有效|合法|完整|符合/.test(text)) return false
  if (handing.test(text)) return true
  if (copies.test(text)) return !/(?:已|经|依法|取得|具有)/.test(text)
  return [...text].length <= 20 && named.test(text) && !judging.test(text)
}
