/** A name without blanks, punctuation and full-width forms: what makes two names the same to a reader. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Words that say how often, by whom or in which copy a paper is handed in, and nothing about which paper it is. */
const copies =
  /(?:原件|复印件|扫描件|电子件|正本|副本|正副本|样本|原本|以?及|和|与|或者?|一份|两份|各|的|有效|合法|加盖公章|盖章)/g
const holders =
  /^(?:申请人|申请单位|申请企业|申请者|申办人|建设单位|企业|单位|本人|经办人|机构)(?=(?:营业执照|居民身份证|身份证|组织机构代码证|税务登记证))/
/** Long and short names of the same paper. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/(?:工商|企业法人|企业|公司|个体工商户)营业执照/g, '营业执照'],
  [/(?:居民|二代|第二代)?身份证(?:件|明)?(?:文件|材料)?$/g, '身份证'],
  [/申请(?:书|表格|表|登记表|审批表)$/g, '申请书'],
  [/组织机构代码证书?/g, '组织机构代码证'],
]

/** The name of a paper in the form in which the same paper asked for in other words has the same name. */
export function plainPaperName(name: string): string {
  const bare = plainName(name.normalize('NFKC').replace(/[((][^()]*[))]/g, ''))
  const plain = bare === '' ? plainName(name) : bare
  const single = plain.replace(copies, '').replace(holders, '')
  const common = synonyms.reduce((text, [long, short]) => text.replace(long, short), single)
  return common === '' ? plain : common
}
