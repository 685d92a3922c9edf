/** Puts facts into the gaps of a sentence: `{item}`. A gap without a fact is a mistake in the tables. */
export function fillIn(sentence: string, facts: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const fact = facts[name]
    if (fact === undefined) throw new Error(`no fact for ${gap} in: ${sentence}`)
    return fact
  })
}
