import type { ApprovalItem, Procedure, ServiceGuide } from '../schema/types.ts'
import { labels } from './labels.ts'

/**
 * What a complete guide says besides its own sections: those of G1 to G23 that are kept as fields of the item or of its procedure
 * (G2 项目信息, G4 审批依据, G7 数量限制, G12 办理基本流程, G14 办结时限, G23b 办理流程图).
 *
 * @param flowchart Mermaid source; `null`: there is none.
 */
export function completeGuide(item: ApprovalItem, guide: ServiceGuide, flowchart: string | null) {
  return {
    ...guide,
    itemInfo: {
      name: item.name,
      code: item.code,
      parent: item.parent,
      type: item.type,
      typeLabel: labels.type[item.type],
    },
    legalBases: item.legalBases,
    quantityLimit: item.quantityLimit,
    process: item.procedure === null ? [] : processOf(item.procedure),
    timeLimits: {
      statutory: item.statutoryTimeLimit,
      promised: item.promisedTimeLimit,
      extension: item.extension,
      excluded: item.specialProcedures.filter(({ counted }) => !counted),
    },
    flowchart,
  }
}

function processOf({ lanes, steps }: Procedure) {
  const laneNames = new Map(lanes.map(({ id, name }) => [id, name]))
  return steps.map((step) => ({
    step: step.name,
    lane: laneNames.get(step.lane) ?? step.lane,
    phase: step.phase,
    limit: step.limit,
    post: step.post,
  }))
}
