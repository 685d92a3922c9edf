import type { ApprovalItem, SpecialProcedure } from '../../schema/types.ts'
import { toWorkingDays, writeDuration } from '../durations.ts'
import type { FlowNode } from '../flow-graph.ts'
import { certainByName, findSpecialIn } from '../flow-words.ts'
import { labels } from '../labels.ts'
import { flowOf } from './item-flow.ts'
import { explanatoryTexts } from './item-texts.ts'
import { breachIf, type ItemRule, isBlank, type RuleContext } from './rule.ts'
import { notCountedByLaw } from './special-procedure-kinds.ts'

type Kind = SpecialProcedure['kind']

/** What brings people to a place or a table, and so takes days. */
const slow: readonly Kind[] = ['site-inspection', 'expert-review']
const leastForSlow = 3

/** Special procedures: what is not counted, and that the reader is told so. */
export const specialProcedureRules: readonly ItemRule[] = [
  {
    id: 'TIM-14',
    subject: 'item',
    severity: 'error',
    reads: ['/specialProcedures'],
    basis: '行政许可法第四十五条',
    message: '“{name}”不属于可扣除时间的特别程序或缺少依据。',
    mend: '把{name}计入时限，或者写明规定可以扣除的法律条款。',
    quick: true,
    // A kind that the article does not list needs the basis of another law.
    check: ({ specialProcedures }) =>
      specialProcedures.flatMap((procedure, index) =>
        breachIf(isWithoutBasis(procedure), `/specialProcedures/${index}`, {
          name: labels.specialProcedure[procedure.kind],
        }),
      ),
  },
  {
    id: 'TIM-15',
    subject: 'item',
    severity: 'warning',
    reads: ['/procedure', '/mermaid', '/specialProcedures'],
    basis: '行政许可法第四十五条',
    message: '流程含{name}，但未列明所需时间。',
    mend: '在特别程序中列出{name}及其所需时间，或者改正环节的名称。',
    quick: true,
    // Read in the steps alone: guides name the special procedures of the law in general sentences, which says nothing of this item.
    check: (item, context) =>
      (flowOf(item, context)?.steps ?? []).flatMap((node) => {
        const kind = kindOf(node)
        if (kind === undefined && node.kind !== 'special') return []
        // 现场核查 is no procedure of the article: a step that has its own time says enough.
        if (kind === 'site-inspection' && node.limit !== null) return []
        const name = kind === undefined ? node.name : labels.specialProcedure[kind]
        return breachIf(!isTimed(item, kind), node.path, { name })
      }),
  },
  {
    id: 'TIM-16',
    subject: 'item',
    severity: 'warning',
    reads: ['/specialProcedures', '/guide', '/procedure'],
    basis: '行政许可法第四十五条',
    message: '未说明将书面告知所需时间。',
    mend: '在时限说明中写明特别程序所需时间将书面告知申请人。',
    quick: true,
    check: (item) => {
      const deducted = item.specialProcedures.some(({ counted }) => !counted)
      const isTold = explanatoryTexts(item).some(({ text }) => /书面告知|告知[^。；]*时间|时间[^。；]*告知/.test(text))
      return breachIf(deducted && !isTold, '/specialProcedures')
    },
  },
  {
    id: 'TIM-24',
    subject: 'item',
    severity: 'warning',
    reads: ['/promisedTimeLimit', '/specialProcedures', '/procedure', '/mermaid'],
    basis: null,
    message: '含{name}，承诺{promised}可能无法兑现。',
    mend: '核对承诺能否做到；{name}依法不计入时限的，列入特别程序。',
    quick: true,
    // Only what runs within the promise: a procedure listed as not counted does not press it.
    check: (item, context) => {
      const { promisedTimeLimit: promised } = item
      if (promised === null || toWorkingDays(promised, context.policy.conversion).compare(leastForSlow) >= 0) return []
      return slow
        .filter((kind) => runsWithinPromise(item, kind, context))
        .map((kind) => ({
          path: '/promisedTimeLimit',
          facts: { name: labels.specialProcedure[kind], promised: writeDuration(promised) },
        }))
    },
  },
]

function isWithoutBasis({ counted, kind, basis }: SpecialProcedure): boolean {
  if (counted) return false
  if (basis === null || isBlank(basis)) return true
  const restsOnArticle45 = /行政许可法》?\s*第?(四十五|45)条/.test(basis)
  return restsOnArticle45 && !notCountedByLaw.includes(kind)
}

/** The special procedure that a step says it is, or that its name speaks of without doubt. */
function kindOf({ kind, special, name }: FlowNode): Kind | undefined {
  if (kind === 'end' || special !== null) return special ?? undefined
  const spoken = findSpecialIn(name)
  return spoken !== undefined && (kind === 'special' || certainByName.includes(spoken)) ? spoken : undefined
}

function isTimed(item: ApprovalItem, kind: Kind | undefined): boolean {
  return item.specialProcedures.some(
    (procedure) => procedure.limit !== null && (kind === undefined || procedure.kind === kind),
  )
}

function runsWithinPromise(item: ApprovalItem, kind: Kind, context: RuleContext): boolean {
  const listed = item.specialProcedures.filter((procedure) => procedure.kind === kind)
  if (listed.length > 0) return listed.some(({ counted }) => counted)
  return (flowOf(item, context)?.steps ?? []).some((node) => kindOf(node) === kind)
}
