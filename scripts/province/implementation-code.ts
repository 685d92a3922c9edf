const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * A 实施编码: the 统一社会信用代码 of an agency (GB 32100-2015, with its check digit), the digit of its level, and the item's 基本编码. The organisations
 * are invented; the numbers only have the right form.
 */
export function implementationCodeOf(agency: { place: number; position: number }, catalogCode: string): string {
  const body = `1143${pad(agency.place, 4)}${pad(agency.place, 5)}${pad(agency.position, 4)}`
  return `${body}${checkDigitOf(body)}${agency.place % 10}${catalogCode}`
}

/** A 基本编码 of twelve digits: the same for the same item of every place. */
export function catalogCodeOf(item: number, part: number): string {
  return `${pad(item, 9)}${pad(part, 3)}`
}

/** The eighteenth sign, which checks the seventeen before it. */
function checkDigitOf(body: string): string {
  const sum = [...body].reduce((total, sign, index) => total + signs.indexOf(sign) * (3 ** index % 31), 0)
  return signs[(31 - (sum % 31)) % 31] ?? '0'
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
