import type { ComponentChildren } from 'preact'
import { labels } from '../../src/domain/labels.ts'
import type { Action, DecisionDetail } from '../../src/use-cases/use-cases.ts'
import { actionNames, countAction } from './action-counts.tsx'
import { Day } from './day.tsx'
import { writeNumber } from './decision-words.tsx'

/** What, who, when, on what basis, who was asked, and what becomes of applications already accepted. */
export function DecisionFacts({ decision }: { decision: DecisionDetail }) {
  return (
    <dl class="decision-facts">
      <Fact name="文号">{writeNumber(decision)}</Fact>
      <Fact name="制定机关">{decision.issuer}</Fact>
      <Fact name="审议">
        {decision.adoptedBy ?? (decision.adoptedOn === null ? '还没有审议' : '')}
        {decision.adoptedOn && (
          <>
            {decision.adoptedBy && '，'}
            <Day day={decision.adoptedOn} />
          </>
        )}
      </Fact>
      <Fact name="公布">{decision.publishedOn === null ? '还没有公布' : <Day day={decision.publishedOn} />}</Fact>
      <Fact name="施行">
        {decision.effectiveOn === null ? '还没有定日期' : <Day day={decision.effectiveOn} />}
        {decision.effectiveNote && `。${decision.effectiveNote}`}
      </Fact>
      <Fact name="上级依据">
        <Lines texts={decision.basis} none="没有写明" />
      </Fact>
      <Fact name="征求意见">
        {decision.consultations.length === 0 && '没有记录'}
        <ul class="plain">
          {decision.consultations.map(({ body, on, opinion }) => (
            <li key={`${body}-${on}`}>
              {body}：{opinion ?? '没有记下意见'}
              {on && (
                <span class="hint">
                  （<Day day={on} />）
                </span>
              )}
            </li>
          ))}
        </ul>
      </Fact>
      <Fact name="在办的申请">{decision.inTransit ?? '没有写明施行前已受理的申请怎么办'}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lines({ texts, none }: { texts: readonly string[]; none: string }) {
  if (texts.length === 0) return <>{none}</>
  return (
    <ul class="plain">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** What the document says of its totals, against its rows; nothing when it says none. */
export function DeclaredTotals({
  decision: { declared, actions },
}: {
  decision: Pick<DecisionDetail, 'declared' | 'actions'>
}) {
  const named = actionNames.filter((name) => declared[name] !== undefined || countAction(actions, name).rows > 0)
  if (Object.keys(declared).length === 0 || named.length === 0) return null
  return (
    <section aria-labelledby="declared">
      <h2 id="declared">文件写的项数和逐行数的项数</h2>
      <table class="numbers narrow">
        <caption>合并、拆分的项数，数原来的事项或后来的事项都可以</caption>
        <thead>
          <tr>
            <th scope="col">处理</th>
            <th scope="col">文件写明</th>
            <th scope="col">逐行数</th>
            <th scope="col">核对</th>
          </tr>
        </thead>
        <tbody>
          {named.map((name) => (
            <DeclaredRow key={name} name={name} said={declared[name]} counted={countAction(actions, name)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface DeclaredRowProps {
  name: Action['action']
  said: number | undefined
  counted: ReturnType<typeof countAction>
}

function DeclaredRow({ name, said, counted: { before, after } }: DeclaredRowProps) {
  return (
    <tr>
      <th scope="row">{labels.action[name]}</th>
      <td>{said ?? '没有写'}</td>
      <td>{before === after ? before : `${before} 变 ${after}`}</td>
      <td>{said === undefined ? '—' : said === before || said === after ? '✓ 相符' : '✗ 不符'}</td>
    </tr>
  )
}
