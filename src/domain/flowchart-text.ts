import type { ApprovalItem, Procedure, Step } from '../schema/types.ts'
import { writeDuration } from './durations.ts'
import { writeLabel } from './flowchart-labels.ts'
import { labels } from './labels.ts'
import { readWays, withoutCorrections } from './procedure-ways.ts'

/** The flowchart of an item as Mermaid source: the hand-written one, or drawn from its procedure; empty when it has neither. */
export function writeFlowchart(item: ApprovalItem): string {
  if (item.mermaid !== null) return item.mermaid
  if (item.procedure === null) return ''
  return writeProcedureChart(item.procedure, { title: `${item.name}办理流程图`, note: noteOf(item) })
}

function noteOf({ statutoryTimeLimit: statutory, promisedTimeLimit: promised }: ApprovalItem): string {
  const limits = [
    ...(statutory === null ? [] : [`法定时限${writeDuration(statutory)}`]),
    ...(promised === null ? [] : [`承诺时限${writeDuration(promised)}`]),
  ]
  return limits.length === 0 ? '' : `${limits.join('，')}。`
}

/**
 * A procedure as Mermaid source: lanes as boxes in their order, ways back to the application dotted.
 *
 * @param words title for screen readers, and a note that its description ends with.
 */
export function writeProcedureChart(procedure: Procedure, words: { title: string; note: string }): string {
  return [
    'flowchart TD',
    `  accTitle: ${writeLabel(words.title)}`,
    `  accDescr: ${writeLabel(`${describe(procedure)}${words.note}`)}`,
    ...writeSteps(procedure),
    ...writeFlows(procedure),
    '',
  ].join('\n')
}

function describe({ lanes, steps }: Procedure): string {
  const acting = lanes.filter(({ id }) => steps.some(({ lane }) => lane === id)).map(({ name }) => name)
  const outcomes = new Set(steps.flatMap(({ outcome }) => (outcome === null ? [] : labels.outcome[outcome])))
  const ending = outcomes.size === 0 ? '' : `，结果为${[...outcomes].join('、')}`
  return `共${steps.length}个环节，由${acting.join('、')}办理${ending}。`
}

/** Numbered names: an id of the catalogue may be a word of Mermaid's (end) or hold an arrow (a--b). */
const stepName = (place: number) => `s${place + 1}`

function writeSteps(procedure: Procedure): string[] {
  const { steps } = readWays(procedure)
  const drawn = (chosen: (step: Step) => boolean, indent: string) =>
    steps.flatMap((step, place) => (chosen(step) ? `${indent}${stepName(place)}${writeStep(step)}` : []))
  const known = new Map(procedure.lanes.map((lane) => [lane.id, lane]))
  const boxes = [...known.values()].flatMap(({ id, name }, index) => {
    const inside = drawn(({ lane }) => lane === id, '    ')
    // Mermaid would draw a lane without steps as a step.
    return inside.length === 0 ? [] : [`  subgraph lane${index + 1}["${writeLabel(name)}"]`, ...inside, '  end']
  })
  return [...boxes, ...drawn(({ lane }) => !known.has(lane), '  ')]
}

const shapes: Readonly<Record<Step['kind'], readonly [string, string]>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  task: ['[', ']'],
  decision: ['{', '}'],
  special: ['[[', ']]'],
}

function writeStep(step: Step): string {
  const [open, close] = shapes[step.kind]
  const lines = [step.name, ...remarksOn(step)].map(writeLabel)
  return `${open}"${lines.join('<br/>')}"${close}`
}

/** What stands below the name: the limit, 不计入时限 for a special procedure (行政许可法 第四十五条), how it ends. */
function remarksOn({ name, kind, limit, outcome }: Step): string[] {
  const end = outcome === null ? '' : labels.outcome[outcome]
  return [
    ...(limit === null ? [] : [limit.unit === 'instant' ? '当场' : `限${writeDuration(limit)}`]),
    ...(kind === 'special' && !name.includes('不计入') ? ['（不计入时限）'] : []),
    ...(end === '' || name.includes(end) ? [] : [`（${end}）`]),
  ]
}

function writeFlows(procedure: Procedure): string[] {
  const ways = readWays(procedure)
  const onward = new Set(withoutCorrections(ways).out.flatMap((out) => out.map(({ flow }) => flow)))
  return ways.out
    .flatMap((out, place) => out.map((way) => ({ ...way, from: place })))
    .sort((a, b) => a.flow - b.flow)
    .map(({ from, to, flow, when }) => {
      const condition = when === null || when.trim() === '' ? '' : `|"${writeLabel(when)}"|`
      return `  ${stepName(from)} ${onward.has(flow) ? '-->' : '-.->'}${condition} ${stepName(to)}`
    })
}
