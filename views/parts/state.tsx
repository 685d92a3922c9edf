import { type ItemState, labels } from '../../src/domain/labels.ts'

/** The state of an item as a word with a shape; never by colour alone. */
export function State({ state }: { state: ItemState }) {
  return <span class={`state state-${state}`}>{labels.state[state]}</span>
}
