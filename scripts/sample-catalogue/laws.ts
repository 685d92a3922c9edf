import type { ApprovalItem, Law } from '../../src/schema/types.ts'
import type { LawWords, Tables } from './tables.ts'

/** Always in the register: guides and rules speak of them. */
const alwaysCited = ['行政许可法', '行政复议法', '行政诉讼法', '湖南省行政程序规定', '民法典', '外商投资法']

const hunanCongress = '湖南省人民代表大会常务委员会'

/** The register of every law that an item cites, sorted by title. */
export function lawsOf(items: readonly ApprovalItem[], tables: Tables): Law[] {
  const versions = new Map<string, Set<string>>(alwaysCited.map((title) => [title, new Set()]))
  for (const { legalBases, guide } of items) {
    const cited = [
      ...legalBases,
      ...(guide?.materials ?? []).flatMap(({ basis }) => basis ?? []),
      ...(guide?.fees ?? []).flatMap(({ basis }) => basis ?? []),
    ]
    for (const { law, textVersion } of cited) {
      const known = versions.get(law) ?? new Set()
      if (textVersion !== null) known.add(textVersion)
      versions.set(law, known)
    }
  }
  return [...versions]
    .sort(([a], [b]) => a.localeCompare(b, 'zh-CN-u-co-pinyin'))
    .map(([title, texts]) => lawOf(title, [...texts].sort(), tables.laws[title] ?? {}))
}

function lawOf(title: string, texts: readonly string[], words: LawWords): Law {
  const kind = words.kind ?? kindByTitle(title)
  const isPrefixed = words.prefixed ?? (kind === 'law' && words.full === undefined)
  const isRegulation = kind === 'administrative-regulation' || kind === 'state-council-decision'
  return {
    title,
    fullTitle: words.full ?? (isPrefixed ? `中华人民共和国${title}` : null),
    kind,
    issuer:
      words.issuer ??
      (isRegulation ? '国务院' : kind === 'local-regulation' && /^湖南省/.test(title) ? hunanCongress : null),
    documentNumber: words.number ?? null,
    inForceFrom: words.from ?? null,
    amendedOn: [...new Set([...(words.amended ?? []), ...(words.enacted === true ? [] : texts)])].sort(),
    repealedOn: words.repealed ?? null,
    replacedBy: words.replacedBy ?? null,
    articleCount: null,
    provenance: provenanceOf(texts, words),
  }
}

/** Only laws and regulations tell their kind by their titles; measures and provisions come from many issuers. */
function kindByTitle(title: string): Law['kind'] {
  if (/^湖南省.*条例$/.test(title)) return 'local-regulation'
  if (/条例$/.test(title)) return 'administrative-regulation'
  if (/(?<!办)法$/.test(title)) return 'law'
  throw new Error(`the tables do not say what kind of law ${title} is`)
}

function provenanceOf(texts: readonly string[], words: LawWords): Law['provenance'] {
  const read = texts.length > 0 ? `条号读自${texts.join('、')}的文本；` : ''
  return {
    facts: texts.length > 0 ? 'statute' : 'illustrative',
    verified: false,
    note: `${read}施行日期和文号只填有把握的，修改日期不求齐全。${words.note ?? ''}`,
    source: null,
    parts: [],
  }
}
