import { labels } from '../../src/domain/labels.ts'
import type { SpecialProcedure } from '../../src/schema/types.ts'
import type { ItemDetail } from '../../src/use-cases/use-cases.ts'
import { Limit } from './limit.tsx'
import { SectionMark } from './provenance-note.tsx'

/** How long it takes: both limits with their remarks, the extension, and the procedures whose time is or is not counted. */
export function TimeLimits({ item }: { item: ItemDetail }) {
  const { guide, extension, specialProcedures } = item
  return (
    <section aria-labelledby="time">
      <h2 id="time">多久办好</h2>
      <SectionMark provenance={item.provenance} pointer="/promisedTimeLimit" />
      <dl class="facts-list">
        <div>
          <dt>部门承诺</dt>
          <dd>
            <Limit limit={item.promisedTimeLimit} none="没有承诺" />
            {guide?.timeLimitNote && `。${guide.timeLimitNote}`}
          </dd>
        </div>
        <div>
          <dt>法律规定</dt>
          <dd>
            <Limit limit={item.statutoryTimeLimit} none="没有规定" />
            {item.statutoryTimeLimitNote && `。${item.statutoryTimeLimitNote}`}
          </dd>
        </div>
        {extension && (
          <div>
            <dt>可以延长</dt>
            <dd>
              <Limit limit={{ amount: extension.amount, unit: extension.unit }} />
              {extension.approvedBy && `，由${extension.approvedBy}批准`}
              {extension.basis && `（${extension.basis}）`}
            </dd>
          </div>
        )}
      </dl>
      {specialProcedures.length > 0 && <SpecialProcedures procedures={specialProcedures} />}
    </section>
  )
}

function SpecialProcedures({ procedures }: { procedures: readonly SpecialProcedure[] }) {
  return (
    <>
      <h3>办理中可能有的程序</h3>
      <ul class="specials">
        {procedures.map(({ kind, limit, counted, basis, note }) => (
          <li key={kind}>
            <b>{labels.specialProcedure[kind]}</b>
            {limit && (
              <>
                {' '}
                最长 <Limit limit={limit} />
              </>
            )}
            <span class={counted ? 'counted' : 'counted counted-not'}>
              {counted ? '算在时限里' : '另计时间，不算在时限里'}
            </span>
            {basis && <span class="hint">{basis}</span>}
            {note && <span class="hint">{note}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
