/** A document that the quick reader does not understand; the full parser reads it instead. */
export class NotQuick extends Error {}

/** Control characters, tabs among them, and line ends of other systems. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const strange = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\uFEFF]/

/** Whether a text holds signs that YAML does not take as they stand. */
export function isStrange(text: string): boolean {
  return strange.test(text)
}
