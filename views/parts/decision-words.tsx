import { labels } from '../../src/domain/labels.ts'
import type { DecisionName } from '../../src/use-cases/use-cases.ts'
import { paths } from './links.ts'

/** 文号, or that there is none yet. */
export function writeNumber({ documentNumber }: Pick<DecisionName, 'documentNumber'>): string {
  return documentNumber ?? '尚未编号'
}

/** The stage of a decision as a word with a shape. */
export function Stage({ stage }: Pick<DecisionName, 'stage'>) {
  return <span class={`stage stage-${stage}`}>{labels.stage[stage]}</span>
}

/** A decision named in a sentence, with its way there; `row` leads to that row (from 0). */
export function DecisionLink({ decision, row = null }: { decision: DecisionName; row?: number | null }) {
  const place = row === null ? '' : `#row-${row + 1}`
  return (
    <>
      <a href={`${paths.decision(decision.id)}${place}`}>{decision.title}</a>（{writeNumber(decision)}）
    </>
  )
}
