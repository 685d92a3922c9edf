const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const digit = `[${Object.keys(digits).join('')}]`
const form = new RegExp(
  `^(?:(?<thousands>${digit})[千仟])?(?:(?<hundreds>${digit})[百佰])?零?(?:(?<tens>${digit}?)[十拾]|(?<twenty>廿)|(?<thirty>卅))?零?(?<ones>${digit})?$`,
)

/** Reads a whole number below ten thousand in Chinese numerals, as in 二十, 一百二十, 两, 廿五. `undefined`: not such a number. */
export function findChineseNumber(text: string): number | undefined {
  const parts = form.exec(text)?.groups
  if (text === '' || parts === undefined) return undefined
  const place = (part: string | undefined) => (part ? (digits[part] ?? 0) : 0)
  const { thousands, hundreds, tens, twenty, thirty, ones } = parts
  if ([thousands, hundreds, tens].some((part) => part === '零' || part === '〇')) return undefined
  const value = place(thousands) * 1000 + place(hundreds) * 100 + countTens({ tens, twenty, thirty }) * 10 + place(ones)
  // 一百二 is said for 120 and written for 102 by mistake: what has two meanings is not read.
  const isShortened = hasGap(text, thousands, hundreds) && ones !== undefined
  return isShortened || (value === 0 && text.length > 1) ? undefined : value
}

function countTens(parts: Record<'tens' | 'twenty' | 'thirty', string | undefined>): number {
  if (parts.twenty !== undefined) return 2
  if (parts.thirty !== undefined) return 3
  if (parts.tens === undefined) return 0
  return parts.tens === '' ? 1 : (digits[parts.tens] ?? 0)
}

/** Whether a place is left out without the 零 that has to mark it. */
function hasGap(text: string, thousands: string | undefined, hundreds: string | undefined): boolean {
  const hasTens = /[十拾廿卅]/.test(text)
  if (hasTens || text.includes('零')) return false
  return thousands !== undefined || hundreds !== undefined
}
