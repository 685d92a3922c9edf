import type { Flow, LocalId, Procedure, Step } from '../schema/types.ts'

/**
 * The steps of a procedure and the ways between them, made sound: of two steps with one id the first counts, and flows that
 * lead from or to no step are left out. A hand-written chart has the same ways, with steps of its own.
 */
export interface Ways<Node = Step> {
  /** In the order written. */
  steps: readonly Node[]
  /** Flows out of each step, by its place, in the order written. */
  out: readonly (readonly Way[])[]
  /** Place of the first step of kind `start`; `null`: there is none. */
  start: number | null
}
export interface Way {
  to: number
  /** Place of the flow in the procedure. */
  flow: number
  when: string | null
}

export function readWays({ steps: written, flows }: Procedure): Ways {
  const places = new Map<LocalId, number>()
  const steps: Step[] = []
  for (const step of written) {
    if (places.has(step.id)) continue
    places.set(step.id, steps.length)
    steps.push(step)
  }
  const start = steps.findIndex(({ kind }) => kind === 'start')
  return { steps, out: waysOut(steps.length, places, flows), start: start < 0 ? null : start }
}

function waysOut(count: number, places: ReadonlyMap<LocalId, number>, flows: readonly Flow[]): Way[][] {
  const out: Way[][] = Array.from({ length: count }, () => [])
  for (const [flow, { from, to, when }] of flows.entries()) {
    const place = places.get(from)
    const target = places.get(to)
    if (place === undefined || target === undefined) continue
    out[place]?.push({ to: target, flow, when: when ?? null })
  }
  return out
}

/** Places that can be reached from the given ones, these included. */
export function reach(from: readonly number[], next: (place: number) => readonly number[]): Set<number> {
  const found = new Set(from)
  const open = [...from]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const to of next(place)) {
      if (found.has(to)) continue
      found.add(to)
      open.push(to)
    }
  }
  return found
}

/** The ways on of each place. */
export function forward({ out }: Pick<Ways<unknown>, 'out'>): (place: number) => number[] {
  return (place) => (out[place] ?? []).map(({ to }) => to)
}

/** The places that lead to each place. */
export function backward({ out }: Pick<Ways<unknown>, 'out'>): (place: number) => number[] {
  const into: number[][] = out.map(() => [])
  for (const [place, ways] of out.entries()) for (const { to } of ways) into[to]?.push(place)
  return (place) => into[place] ?? []
}

/**
 * The ways without correction loops (补正): flows back to the start, or back to the one step that the start leads to.
 *
 * Such a loop runs anew with every application; it is no part of the time that one application takes.
 */
export function withoutCorrections<Node>(ways: Ways<Node>): Ways<Node> {
  const { start } = ways
  if (start === null) return ways
  const first = new Set(forward(ways)(start))
  const received = first.size === 1 ? [...first] : []
  const after = reach(received, forward(ways))
  const isCorrection = (from: number, to: number) =>
    to === start || (from !== start && received.includes(to) && after.has(from))
  return { ...ways, out: ways.out.map((way, from) => way.filter(({ to }) => !isCorrection(from, to))) }
}

/** The ways without any circle: flows back to a step that is still being walked are cut, first written first walked. */
export function withoutCircles<Node>(ways: Ways<Node>): Ways<Node> {
  const cut = new Set<number>()
  const state = new Uint8Array(ways.steps.length)
  const roots = [...(ways.start === null ? [] : [ways.start]), ...ways.steps.keys()]
  for (const root of roots) walk(ways, root, { state, cut })
  return { ...ways, out: ways.out.map((way) => way.filter(({ flow }) => !cut.has(flow))) }
}

const OPEN = 1
const DONE = 2

function walk({ out }: Ways<unknown>, root: number, { state, cut }: { state: Uint8Array; cut: Set<number> }): void {
  if (state[root] !== 0) return
  const path = [{ place: root, turn: 0 }]
  state[root] = OPEN
  for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
    const way = out[here.place]?.[here.turn]
    here.turn += 1
    if (way === undefined) {
      state[here.place] = DONE
      path.pop()
    } else if (state[way.to] === OPEN) cut.add(way.flow)
    else if (state[way.to] === 0) {
      state[way.to] = OPEN
      path.push({ place: way.to, turn: 0 })
    }
  }
}
