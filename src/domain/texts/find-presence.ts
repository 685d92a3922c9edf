import { withChineseSigns } from './clauses.ts'

/** Two places of a guide of which one asks for the applicant in person and one lets somebody else come. */
export interface PresenceConflict {
  /** Where the applicant is asked for. */
  path: string
  inPerson: string
  byProxy: string
}

type Act = 'collect' | 'apply'

const person =
  /(?:必须|须|应当?|需要?|只能)由?(?:申请人|负责人|法定代表人|当事人|权利人|领取人|产权人)?(?:本人|亲自)[^，。；？]{0,10}|(?:本人|申请人)(?:必须|须|应当?)(?:亲自|亲临|到场|到窗口|当面)[^，。；？]{0,8}|不(?:得|能|可以?)(?:请人|委托|由他人|找人)[^，。；？]{0,6}?代[办理领为交][^，。；？]{0,4}/g
const proxy =
  /可以?(?:书面)?(?:委托|请|由|授权)(?:他人|代理人|家属|亲属|经办人|受托人|别人)[^，。；？]{0,10}|可以?代[办领交](?:[^，。；？理]{0,4})|允许代[办领交]/g
const limited = /除外|但|外国|特殊|行动不便|未成年|确有困难|不能到场/

/** The first contradiction over the same act: handing in, or collecting. Sentences that name an exception are no contradiction. */
export function findPresenceConflict(texts: readonly { path: string; text: string }[]): PresenceConflict | undefined {
  const asked = texts.flatMap((placed) => matchesIn(placed, person))
  const allowed = texts.flatMap((placed) => matchesIn(placed, proxy))
  for (const one of asked) {
    const other = allowed.find(({ act }) => act === one.act)
    if (other !== undefined) return { path: one.path, inPerson: one.words, byProxy: other.words }
  }
  return undefined
}

function matchesIn(
  { path, text }: { path: string; text: string },
  form: RegExp,
): { path: string; words: string; act: Act }[] {
  // Most sentences speak of neither.
  if (!/本人|亲自|代[办领交]|代为|代理|他人|委托/.test(text)) return []
  return withChineseSigns(text)
    .split(/[。；\n]/)
    .flatMap((sentence) => {
      if (limited.test(sentence)) return []
      const act: Act = /领取|签收|取证|领证|代领/.test(sentence) ? 'collect' : 'apply'
      return [...sentence.matchAll(form)].map(([words]) => ({ path, words: words.trim(), act }))
    })
}
