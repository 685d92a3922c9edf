import { labels } from '../../src/domain/labels.ts'
import type { Provenance } from '../../src/schema/types.ts'
import { paths } from './links.ts'
import { writeSource } from './source-words.ts'

const words: Readonly<Record<Provenance['facts'], string>> = {
  statute: '按法律法规条文整理',
  'official-list': '取自官方公布的目录',
  illustrative: '示例数据',
}

/** Where the facts come from, in words. */
export function ProvenanceWords({ facts, verified }: Pick<Provenance, 'facts' | 'verified'>) {
  return (
    <span class={`facts facts-${facts}`}>
      {words[facts]}，{verified ? '已经核实' : '未经核实'}
    </span>
  )
}

/** What of this page is law, what is a published list, what was made up to illustrate. */
export function ProvenanceNote({ provenance, checkedOn, revision }: NoteProps) {
  return (
    <>
      <p>
        总体：
        <ProvenanceWords {...provenance} />。{provenance.note}
      </p>
      {provenance.parts.length > 0 && (
        <ul>
          {provenance.parts.map((part) => (
            <li key={part.pointers.join()}>
              {part.pointers.map(nameOfPointer).filter(isFirst).join('、')}：
              <ProvenanceWords {...part} />
              {part.note && `。${part.note}`}
            </li>
          ))}
        </ul>
      )}
      {provenance.source && <p>出处：{writeSource(provenance.source)}</p>}
      <p>
        第 {revision} 版；{checkedOn ? `指南最近核对于 ${checkedOn}` : '指南还没有核对过'}。
        <a href={paths.aboutData}>数据说明</a>
      </p>
    </>
  )
}
interface NoteProps {
  provenance: Provenance
  checkedOn: string | null
  revision: number
}

const isFirst = (name: string, index: number, all: readonly string[]) => all.indexOf(name) === index

const pointerNames: readonly [RegExp, string][] = [
  [/^\/(name|aliases|keywords)/, '名称'],
  [/^\/statutoryTimeLimit/, '法定时限'],
  [/^\/promisedTimeLimit/, '承诺时限'],
  [/^\/legalBases/, '设定依据'],
  [/^\/specialProcedures/, '特别程序'],
  [/^\/guide\/materials/, '材料'],
  [/^\/guide\/(conditions|prohibitions|scope)/, '条件'],
  [/^\/guide\/fees/, '收费'],
  [/^\/guide\/(officeHours|receipt|consultation|complaint)/, '地点和联系方式'],
  [/^\/guide\/(results|delivery)/, '结果'],
  [/^\/guide/, '办事指南'],
  [/^\/(procedure|mermaid)/, '办理流程'],
]

function nameOfPointer(pointer: string): string {
  return pointerNames.find(([pattern]) => pattern.test(pointer))?.[1] ?? '其他内容'
}

/** Says beside a section that its facts are illustrative, when they are. */
export function SectionMark({ provenance, pointer }: { provenance: Provenance; pointer: string }) {
  const part =
    provenance.parts.find(({ pointers }) => pointers.some((own) => own === pointer || own.startsWith(`${pointer}/`))) ??
    provenance.parts.find(({ pointers }) => pointers.some((own) => pointer.startsWith(`${own}/`)))
  const facts = part ?? provenance
  if (facts.facts !== 'illustrative') return null
  return (
    <p class="section-mark">
      {labels.facts.illustrative}数据，{facts.verified ? '已经核实' : '未经核实'}
    </p>
  )
}
