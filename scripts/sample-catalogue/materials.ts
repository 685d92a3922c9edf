import type { ApprovalItem, Material } from '../../src/schema/types.ts'
import { fillIn } from './fill-in.ts'
import { licensingLaw, licensingText } from './item-facts.ts'
import type { MaterialRule, SourceItem, Tables } from './tables.ts'

/** The materials of an item with what makes each acceptable. Entries of the source that are catch-alls are left out. */
export function materialsOf(source: SourceItem, type: ApprovalItem['type'], tables: Tables): Material[] {
  const object = tables.words[source.id]?.object ?? ''
  const { rename } = tables.materials
  const names = source.materials.flatMap((name) => {
    const renamed = rename[name]
    return renamed === null ? [] : [nameInFull(renamed ?? name, object)]
  })
  return names.map((name) => materialOf(name, ruleFor(name, tables), { itemName: source.name, type, tables }))
}

/** A form that says only that it is one is named after what it asks for. */
function nameInFull(name: string, object: string): string {
  return /^(申请表|申请书|许可申请表|申请报告)$/.test(name) ? `${object}${name}` : name
}

/** The name of the form that is handed in, or of the first material where there is none. */
export function formNameOf(materials: readonly Material[]): string {
  return (materials.find(({ kind }) => kind === 'form') ?? materials[0])?.name ?? '申请材料'
}

function ruleFor(name: string, { materials }: Tables): MaterialRule {
  const rule = materials.rules.find(({ match }) => new RegExp(match).test(name))
  if (rule === undefined) throw new Error(`no rule for material ${name}`)
  return rule
}

interface Setting {
  itemName: string
  type: ApprovalItem['type']
  tables: Tables
}

function materialOf(name: string, rule: MaterialRule, { itemName, type, tables }: Setting): Material {
  const isForm = rule.kind === 'form'
  const when = tables.materials.conditional.find(({ match }) => name.includes(match))?.when ?? null
  const isOfficial = rule.kind === 'certificate'
  const title = name.replace(/（属捐赠的）|（划拨用地）|（带储存）/g, '')
  return {
    name: title,
    kind: rule.kind,
    form: 'paper',
    originals: isForm ? 2 : 1,
    copies: isOfficial ? 1 : 0,
    necessity: when === null ? 'required' : 'optional',
    when,
    source: rule.source ?? 'applicant',
    issuer: rule.issuer ?? null,
    basis:
      isForm && type === 'licensing'
        ? { law: licensingLaw, articles: ['第二十九条'], for: 'material', textVersion: licensingText, verified: false }
        : null,
    standard: rule.standard ?? '各栏填写完整，签名、盖章齐全。',
    instruction: rule.instruction ?? null,
    blank: isForm ? { name: `${title}（空白表）.doc`, url: null } : null,
    sample: isForm ? { name: `${title}（填写示范）.doc`, url: null } : null,
    note: noteOf(rule, fillIn('办理“{itemName}”时核对原件，复印件留存。', { itemName })),
  }
}

function noteOf({ kind, source }: MaterialRule, checked: string): string | null {
  if (kind !== 'certificate') return null
  return source === 'intermediary' ? '原件留存。' : checked
}
