import type { AdjustmentDecision } from '../../schema/types.ts'

type Stage = AdjustmentDecision['stage']
export type DecisionStepName = 'consult' | 'resume' | 'adopt' | 'announce' | 'discard' | 'publish' | 'revoke'

/** One way of an adjustment decision from stage to stage. */
export interface DecisionStep {
  action: DecisionStepName
  label: string
  from: readonly Stage[]
  /** `null`: it is gone, it was only a draft. */
  to: Stage | null
  /** The right that it takes. */
  right: 'decision.write' | 'decision.publish'
  /** What it will do, for whoever is about to. */
  says: string
}

const underWay = ['draft', 'consulting'] as const

/** Everything that can become of a decision: buttons, refusals and tests read this table. What was adopted is never changed, only published or revoked. */
export const decisionSteps: readonly DecisionStep[] = [
  {
    action: 'consult',
    label: '送去征求意见',
    from: ['draft'],
    to: 'consulting',
    right: 'decision.write',
    says: '阶段改为“征求意见”，还可以改。',
  },
  {
    action: 'resume',
    label: '退回拟订',
    from: ['consulting'],
    to: 'draft',
    right: 'decision.write',
    says: '阶段退回“拟订”。',
  },
  {
    action: 'adopt',
    label: '审议通过',
    from: underWay,
    to: 'adopted',
    right: 'decision.publish',
    says: '写进目录并公开，从施行日期起生效。以后不能再改，只能公布文号，或者撤销。',
  },
  {
    action: 'announce',
    label: '审议通过并公布',
    from: underWay,
    to: 'published',
    right: 'decision.publish',
    says: '写进目录并连同文号一起公布，从施行日期起生效。以后不能再改，只能撤销。',
  },
  {
    action: 'discard',
    label: '删除草案',
    from: underWay,
    to: null,
    right: 'decision.write',
    says: '草案和里面写的都不再保留，目录不变。',
  },
  {
    action: 'publish',
    label: '公布',
    from: ['adopted'],
    to: 'published',
    right: 'decision.publish',
    says: '补上文号和公布日期，其他不变。',
  },
  {
    action: 'revoke',
    label: '撤销',
    from: ['adopted', 'published'],
    to: 'revoked',
    right: 'decision.publish',
    says: '从撤销日期起不再有效，它做的改动都退回去；决定本身留在记录里。',
  },
]

/** The way out of a stage by an action; `undefined`: there is none. */
export function findDecisionStep(from: Stage, action: string): DecisionStep | undefined {
  return decisionSteps.find((step) => step.action === action && step.from.includes(from))
}
