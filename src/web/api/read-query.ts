import { InputRefusedError, type Violation } from '../../domain/catalog-error.ts'

type Query = Readonly<Record<string, unknown>>
/** Checks one value; answers a Chinese sentence when it is refused. */
export type ParameterCheck = (value: string) => string | undefined

/**
 * Query parameters by name, each given once and accepted by its check.
 *
 * @throws InputRefusedError with every unknown, repeated or refused parameter.
 */
export function readQuery<Name extends string>(
  query: Query,
  checks: Readonly<Record<Name, ParameterCheck>>,
): Partial<Record<Name, string>> {
  const violations: Violation[] = []
  const values: Partial<Record<Name, string>> = {}
  for (const [name, value] of Object.entries(query)) {
    const violation = violationOf(name, value, checks)
    if (violation !== undefined) violations.push(violation)
    // Checked: the name is one of the table's, the value a single string.
    else values[name as Name] = String(value)
  }
  if (violations.length > 0) throw new InputRefusedError(violations)
  return values
}

function violationOf(
  name: string,
  value: unknown,
  checks: Readonly<Record<string, ParameterCheck>>,
): Violation | undefined {
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined
  if (check === undefined) {
    const known = Object.keys(checks).join('、')
    const hint = known === '' ? '这里不接受任何参数。' : `可用的参数：${known}。`
    return { pointer: name, rule: 'unknown-parameter', message: `没有参数“${name.slice(0, 40)}”。${hint}` }
  }
  if (typeof value !== 'string') {
    return { pointer: name, rule: 'repeated-parameter', message: `参数“${name}”只能出现一次。` }
  }
  const message = check(value)
  return message === undefined ? undefined : { pointer: name, rule: 'invalid-parameter', message }
}

/** The value as given, or the violation of a missing parameter. @throws InputRefusedError */
export function required<Name extends string>(values: Partial<Record<Name, string>>, name: Name): string {
  const value = values[name]
  if (value !== undefined) return value
  throw new InputRefusedError([{ pointer: name, rule: 'missing-parameter', message: `缺少参数“${name}”。` }])
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): ParameterCheck {
  return (value) =>
    /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `请填 ${least} 到 ${most} 之间的整数。`
}

/** One of the codes of a list. */
export function oneOf(codes: readonly string[]): ParameterCheck {
  return (value) => (codes.includes(value) ? undefined : `请填以下之一：${codes.join('、')}。`)
}

/** Text of at most `most` characters. */
export function text(most: number): ParameterCheck {
  return (value) => ([...value].length <= most ? undefined : `太长了，请不要超过 ${most} 个字。`)
}

/** A calendar day that exists, `YYYY-MM-DD`, from 1949 to 2199. */
export const day: ParameterCheck = (value) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (match === null) return '请把日期写成 2015-03-01 的样子。'
  const [year, month, dayOfMonth] = match.slice(1).map(Number) as [number, number, number]
  if (year < 1949 || year > 2199) return '年份请在 1949 到 2199 之间。'
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return dayOfMonth >= 1 && dayOfMonth <= (lengths[month - 1] ?? 0) ? undefined : `没有 ${value} 这一天。`
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
