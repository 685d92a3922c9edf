import type { Duration, Flow, Lane, Procedure, Step } from '../../src/schema/types.ts'
import { fillIn } from './fill-in.ts'
import type { StepWords } from './tables.ts'

/** The most that a label of a flowchart may say (行政许可标准化指引 附录1 asks for short words). */
const longestLabel = 20

type Fragment = Pick<Step, 'kind' | 'lane'> & Partial<Pick<Step, 'specialProcedure' | 'outcome'>>

/** A step whose limit is given out later by weight; 0 stands for at once. */
interface Weighed {
  step: Step
  weight: number
}

/** Strings steps together. What is open are the ways that the next step is to be joined to. */
export class ProcedureDraft {
  readonly #words: Record<string, StepWords>
  readonly #facts: Record<string, string>
  readonly #lanes = new Map<string, Lane>()
  readonly #steps: Weighed[] = []
  readonly #flows: Flow[] = []
  #phase: Step['phase'] = 'acceptance'
  #open: { from: string; when: string | null }[] = []

  constructor(words: Record<string, StepWords>, facts: Record<string, string>) {
    this.#words = words
    this.#facts = facts
  }

  lane(id: string, name: string, agency: string | null = null): void {
    if (!this.#lanes.has(id)) this.#lanes.set(id, { id, name, agency })
  }

  phase(phase: Step['phase']): void {
    this.#phase = phase
  }

  /** Adds a step after everything that is open; its own way on becomes the open one. */
  next(id: string, fragment: Fragment, weight = 0, extra: Record<string, string> = {}): void {
    this.put(id, fragment, weight, extra)
    for (const { from, when } of this.#open) this.flow(from, id, when)
    this.#open = fragment.kind === 'end' ? [] : [{ from: id, when: null }]
  }

  /** Adds a step that nothing leads to yet. `id` names its words up to the first digit. */
  put(id: string, fragment: Fragment, weight = 0, extra: Record<string, string> = {}): void {
    const words = this.#words[id.replace(/\d+$/, '')]
    if (words === undefined) throw new Error(`no words for step ${id}`)
    const facts = { ...this.#facts, ...extra }
    const step: Step = {
      id,
      name: shorten(fillIn(words.name, facts)),
      kind: fragment.kind,
      lane: fragment.lane,
      phase: this.#phase,
      limit: null,
      post: fillIn(words.post, facts),
      specialProcedure: fragment.specialProcedure ?? null,
      outcome: fragment.outcome ?? null,
      description: fillIn(words.text, facts),
    }
    this.#steps.push({ step, weight })
  }

  flow(from: string, to: string, when: string | null = null): void {
    this.#flows.push({ from, to, when })
  }

  /** Leaves the ways on of these steps open, each with its condition. */
  open(...ways: { from: string; when: string | null }[]): void {
    this.#open = ways
  }

  get ways(): readonly { from: string; when: string | null }[] {
    return this.#open
  }

  /** Steps to be timed, in the order in which they were added. */
  get timed(): readonly Weighed[] {
    return this.#steps
  }

  finish(limitOf: (step: Step, weight: number) => Duration | null): Procedure {
    const steps = this.#steps.map(({ step, weight }) => ({ ...step, limit: limitOf(step, weight) }))
    const used = new Set(steps.map(({ lane }) => lane))
    return { lanes: [...this.#lanes.values()].filter(({ id }) => used.has(id)), steps, flows: this.#flows }
  }
}

/** Words too long for a label lose what stands in brackets, then their end. The description keeps all of it. */
function shorten(name: string): string {
  const plain = [...name].length > longestLabel ? name.replace(/（[^）]*）/g, '') : name
  const letters = [...plain]
  return letters.length > longestLabel ? `${letters.slice(0, longestLabel - 1).join('')}…` : plain
}
