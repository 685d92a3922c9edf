import { labels } from '../../src/domain/labels.ts'
import type { Flowchart, FlowStep } from '../../src/use-cases/use-cases.ts'
import { Limit } from './limit.tsx'
import { paths } from './links.ts'
import { ScrollArea } from './scroll-area.tsx'

/** The procedure as an ordered list: what, who, how long, and where it goes on. */
export function Steps({ steps }: { steps: readonly FlowStep[] }) {
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        <li key={step.id} class={`step step-${step.kind}`} id={`step-${index + 1}`}>
          <h3>
            <span class="step-number">{index + 1}</span>
            {step.name}
          </h3>
          <p class="step-facts">
            <span>{step.lane}</span>
            {step.post && <span>{step.post}</span>}
            {step.limit && (
              <span>
                <Limit limit={step.limit} />
              </span>
            )}
          </p>
          {step.description && <p>{step.description}</p>}
          <Ways step={step} number={index + 1} />
        </li>
      ))}
    </ol>
  )
}

const outcomes: Readonly<Record<string, string>> = labels.outcome

function Ways({ step, number }: { step: FlowStep; number: number }) {
  if (step.outcome) return <p class="step-next">办理到此结束：{outcomes[step.outcome] ?? step.outcome}</p>
  const plain = step.next.length === 1 && step.next[0]?.when === null && step.next[0].number === number + 1
  if (plain || step.next.length === 0) return null
  return (
    <ul class="step-next">
      {step.next.map(({ number: next, when }) => (
        <li key={`${next}-${when}`}>
          {when ? `${when}：` : ''}到<a href={`#step-${next}`}>第 {next} 步</a>
        </li>
      ))}
    </ul>
  )
}

/** The flowchart of a draft, which lies nowhere: the picture goes with the page. */
export function InlineFlowchart({ svg, name }: { svg: string; name: string }) {
  return (
    <figure class="flowchart">
      <ScrollArea label="流程图画面">
        <img src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={`${name}流程图，内容与文字步骤相同`} />
      </ScrollArea>
    </figure>
  )
}

/** The flowchart as a picture, which is drawn when it is first asked for; until then its text stands ready below. */
export function FlowchartFigure({ code, name, flowchart }: { code: string; name: string; flowchart: Flowchart }) {
  const size = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(flowchart.svg ?? '')
  return (
    <>
      <figure class="flowchart">
        <ScrollArea label="流程图画面">
          <img
            src={paths.flowchart(code)}
            alt={`${name}流程图${flowchart.steps.length > 0 ? '，内容与文字步骤相同' : ''}`}
            width={size ? Math.round(Number(size[1])) : undefined}
            height={size ? Math.round(Number(size[2])) : undefined}
            loading="lazy"
          />
        </ScrollArea>
        <figcaption>
          <span class="hint">图比框大的时候，可以在框里滑动。</span> <a href={paths.flowchart(code)}>单独打开大图</a>
        </figcaption>
      </figure>
      {flowchart.svg === null && (
        <details class="flowchart-text">
          <summary>图没有出来？看流程图的文字稿</summary>
          <pre class="source">{flowchart.source}</pre>
        </details>
      )}
    </>
  )
}
