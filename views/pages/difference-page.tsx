import type { AgencySummary, DecisionName, DifferenceAnswer } from '../../src/use-cases/use-cases.ts'
import { Day } from '../parts/day.tsx'
import { DecisionLink } from '../parts/decision-words.tsx'
import { EffectTables } from '../parts/effect-table.tsx'
import { eventWords } from '../parts/event-words.ts'
import type { PageFrame } from '../parts/frame.ts'
import { Layout } from '../parts/layout.tsx'
import { paths, withParameters } from '../parts/links.ts'
import { type AskedSpan, type DatedDecision, QuickSpans, SpanForm, shortDay } from '../parts/span-form.tsx'
import { describeChange } from '../parts/standing-change.ts'

export interface DifferencePageProps {
  frame: PageFrame
  asked: AskedSpan
  /** Decisions with the eve of their day, for the quick links. */
  decisions: readonly (DatedDecision & { eve: string })[]
  agencies: readonly AgencySummary[]
  /** `null`: the days asked for cannot be answered. */
  difference: DifferenceAnswer | null
}

/** Newest decisions whose days stand open; the others are folded away. */
const mostShown = 4

/** Two days side by side: the numbers, every item that differs, and the decision behind it. */
export function DifferencePage({ frame, asked, decisions, agencies, difference }: DifferencePageProps) {
  const spans = decisions.map(({ effectiveOn, eve }) => ({
    label: `${shortDay(effectiveOn)}前后`,
    from: eve,
    to: effectiveOn,
  }))
  return (
    <Layout frame={frame} title="两天对比" description="任意两天的事项目录差在哪里，出自哪个决定。" crumbs={[]}>
      <h1>两天对比</h1>
      <p class="lead">任意两天的目录差在哪里，出自哪个决定。</p>
      <SpanForm action={paths.difference} asked={asked} words={{ from: '前一天', to: '后一天' }} />
      <QuickSpans
        action={paths.difference}
        shown={spans.slice(0, mostShown)}
        folded={spans.slice(mostShown)}
        heading="更早的决定"
      />
      {difference === null ? (
        <p class="notice">日期有写错的地方，改好以后再看。</p>
      ) : (
        <Difference difference={difference} agencies={agencies} />
      )}
    </Layout>
  )
}

function Difference({ difference, agencies }: { difference: DifferenceAnswer; agencies: readonly AgencySummary[] }) {
  const { from, to, before, after, items } = difference
  if (items.length === 0) {
    return (
      <p class="notice" role="status">
        <Day day={from} />和<Day day={to} />
        的目录一样：{after.active.total} 个在用事项，没有一处不同。
      </p>
    )
  }
  const groups = groupByDecision(items)
  const decisions = new Set(items.flatMap((item) => item.decisions.map(({ id }) => id)))
  return (
    <>
      <section aria-labelledby="numbers">
        <h2 id="numbers">数字</h2>
        <p>
          <Day day={from} />有{' '}
          <a href={withParameters(paths.items, { asOf: from })}>
            <b>{before.active.total}</b> 个在用事项
          </a>
          ，<Day day={to} />有{' '}
          <a href={withParameters(paths.items, { asOf: to })}>
            <b>{after.active.total}</b> 个
          </a>
          。不同的有 <b>{items.length}</b> 个事项，出自 <b>{decisions.size}</b> 个决定。
        </p>
        <EffectTables before={before} after={after} agencies={agencies} heads={['前一天', '后一天']} />
      </section>
      {groups.map((group, index) => (
        <Group key={group.key} group={group} index={index} span={{ from, to }} />
      ))}
    </>
  )
}

type DifferentItem = DifferenceAnswer['items'][number]
interface DecisionGroup {
  key: string
  decisions: readonly DecisionName[]
  items: DifferentItem[]
}

/** Items that differ for the same decisions stand together, in the order of the first of them. */
function groupByDecision(items: readonly DifferentItem[]): DecisionGroup[] {
  const groups = new Map<string, DecisionGroup>()
  for (const item of items) {
    const key = item.decisions.map(({ id }) => id).join()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { key, decisions: item.decisions, items: [item] })
    else group.items.push(item)
  }
  return [...groups.values()]
}

interface GroupProps {
  group: DecisionGroup
  index: number
  span: { from: string; to: string }
}

function Group({ group, index, span }: GroupProps) {
  return (
    <section aria-labelledby={`group-${index}`} class="difference">
      <h2 id={`group-${index}`}>
        {group.decisions.map((decision) => (
          <span key={decision.id} class="decision-line">
            <DecisionLink decision={decision} />
          </span>
        ))}
        <span class="count">{group.items.length} 个事项</span>
      </h2>
      {groupByEvent(group.items).map(([words, items]) => (
        <section key={words}>
          <h3>
            {words}（{items.length} 个）
          </h3>
          <ol class="change-list">
            {items.map((item) => (
              <ChangedItem key={item.code} item={item} span={span} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}

/** Items by what happened to them last, in the order in which papers tell it. */
function groupByEvent(items: readonly DifferentItem[]): [string, DifferentItem[]][] {
  const groups = new Map<string, DifferentItem[]>(Object.values(eventWords).map((words) => [words, []]))
  for (const item of items) {
    const last = item.events.at(-1)
    if (last !== undefined) groups.get(eventWords[last.kind])?.push(item)
  }
  return [...groups].filter(([, own]) => own.length > 0)
}

function ChangedItem({ item, span }: { item: DifferentItem; span: GroupProps['span'] }) {
  return (
    <li>
      <p class="change-name">
        {item.after.name} <span class="hint">{item.agencyNames.after}</span>
      </p>
      <dl class="changes">
        {describeChange(item.before, item.after, item.names).map(({ what, before, after }) => (
          <div key={what} class="change">
            <dt>{what}</dt>
            <dd>
              {before} <span aria-hidden="true">→</span>
              <span class="unseen">变为</span> <b>{after}</b>
            </dd>
          </div>
        ))}
      </dl>
      <p class="change-links">
        <DayLink code={item.code} name={item.before.name} day={span.from} />
        <DayLink code={item.code} name={item.after.name} day={span.to} />
      </p>
    </li>
  )
}

function DayLink({ code, name, day }: { code: string; name: string; day: string }) {
  return (
    <a class="change-way" href={withParameters(paths.item(code), { asOf: day })}>
      <span class="unseen">{name}，</span>
      {shortDay(day)}那一页
    </a>
  )
}
