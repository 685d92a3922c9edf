import type { ComponentChildren } from 'preact'
import { labels } from '../../../src/domain/labels.ts'
import { itemFactLabels as names } from '../../../src/domain/office/item-facts.ts'
import { may } from '../../../src/domain/office/rights.ts'
import type { OfficeItem } from '../../../src/use-cases/office/items/create-item-desk.ts'
import { Day } from '../../parts/day.tsx'
import { DecisionLink } from '../../parts/decision-words.tsx'
import { Limit } from '../../parts/limit.tsx'
import { type OfficeFrame, officePaths } from '../frame.ts'

/** What the city's list says of the item. */
export function ItemFactList({ frame, known: { item, names: known } }: { frame: OfficeFrame; known: OfficeItem }) {
  const agencyName = (code: string) => known.agencies.find((agency) => agency.code === code)?.name ?? code
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">目录信息</h2>
      <dl class="fact-list">
        <Fact name="状态">
          {labels.state[item.state]}，<StandingBehind item={item} />
        </Fact>
        <Fact name={names.catalogCode}>{item.catalogCode}</Fact>
        <Fact name={names.implementationCode}>{item.implementationCode}</Fact>
        <Fact name={names.powerListNumber}>{item.powerListNumber}</Fact>
        <Fact name={names.parent}>{item.parent && <a href={officePaths.item(item.parent)}>{item.parent}</a>}</Fact>
        <Fact name={names.handlingRole}>{labels.handlingRole[item.handlingRole]}</Fact>
        <Fact name={names.jointAgencies}>{item.jointAgencies.map(agencyName).join('、')}</Fact>
        <Fact name={names.exerciseLevel}>{labels.exerciseLevel[item.exerciseLevel]}</Fact>
        <Fact name={names.powerSource}>
          {labels.powerSource[item.powerSource]}
          {item.entrustingBody && `，${item.entrustingBody}`}
        </Fact>
        <Fact name={names.statutoryTimeLimit}>
          <Limit limit={item.statutoryTimeLimit} />
          {item.statutoryTimeLimitNote && `。${item.statutoryTimeLimitNote}`}
        </Fact>
        <Fact name="承诺时限">
          <Limit limit={item.promisedTimeLimit} />
          <span class="quiet">（由指南的新一版改动）</span>
        </Fact>
        <Fact name={names.themes}>{item.themes.join('、')}</Fact>
        <Fact name={names.legalBases}>
          {item.legalBases.map(({ law, articles }) => `《${law}》${articles.join('、')}`).join('；')}
        </Fact>
      </dl>
      {may(frame.actor, 'item.write') && (
        <p>
          <a class="button-link" href={`${officePaths.item(item.code)}/facts`}>
            改目录信息
          </a>
        </p>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  const isEmpty = children === null || children === '' || children === undefined
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isEmpty ? <span class="quiet">没有</span> : children}</dd>
    </div>
  )
}

/** The decision behind the present state, where there is one. */
function StandingBehind({ item }: { item: OfficeItem['item'] }) {
  if (item.decision === null) return <>从一开始就在目录里</>
  return (
    <>
      {item.since !== null && <Day day={item.since} />}起，见
      <DecisionLink decision={item.decision} />
    </>
  )
}
