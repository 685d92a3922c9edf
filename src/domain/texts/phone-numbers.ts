const areaCode = /^\(?0\d{2,3}\)?[-—－ ]*\d{7,8}$/
const withExtension = /(?:转|-|—|－|ext\.?)\s*\d{1,6}$/i
/** Hot lines and numbers that are the same everywhere. */
const everywhere = /^(?:1[012]\d|12\d{3}|9\d{4,5}|(?:400|800)[- ]?\d{3}[- ]?\d{4}|1[3-9]\d{9})$/

/** What is wrong with a phone contact; `undefined`: nothing. Of several numbers in one text the first gives the area code. */
export function findPhoneFault(text: string): string | undefined {
  const numbers = text
    .replace(/[（(](?!0\d{2,3}[）)])[^（）()]*[）)]/g, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .split(/[、，,；;/]|\s{2,}|或/)
    .map((number) => number.replace(/（/g, '(').replace(/）/g, ')').trim())
    .filter((number) => number !== '')
  if (numbers.length === 0) return '没有号码'
  const faults = numbers.map((number, index) => faultOf(number, index === 0))
  return faults.find((fault) => fault !== undefined)
}

function faultOf(number: string, isFirst: boolean): string | undefined {
  const core = number.replace(/^[^\d(]*[：:]\s*/, '')
  const plain = areaCode.test(core) || everywhere.test(core) ? core : core.replace(withExtension, '').trim()
  if (areaCode.test(plain) || everywhere.test(plain) || /^0\d{2,3}-12\d{3}$/.test(core)) return undefined
  if (/^\d{7,8}$/.test(plain)) return isFirst ? '没有区号' : undefined
  return '格式不正确'
}
