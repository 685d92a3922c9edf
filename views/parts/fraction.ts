const digits = '零一二三四五六七八九'

/** A fraction in words, as in 三分之一; with figures where a number has two digits. */
export function writeFraction(numerator: number, denominator: number): string {
  const word = (number: number) => digits[number] ?? String(number)
  return `${word(denominator)}分之${word(numerator)}`
}
