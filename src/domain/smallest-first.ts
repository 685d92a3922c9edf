/** Numbers that come out smallest first, each put in and taken out in logarithmic time. */
export class SmallestFirst {
  readonly #heap: number[] = []

  get size(): number {
    return this.#heap.length
  }

  put(value: number): void {
    const heap = this.#heap
    let place = heap.length
    heap.push(value)
    while (place > 0) {
      const above = (place - 1) >> 1
      if ((heap[above] ?? 0) <= value) break
      heap[place] = heap[above] ?? 0
      place = above
    }
    heap[place] = value
  }

  /** `undefined`: nothing is left. */
  take(): number | undefined {
    const heap = this.#heap
    const least = heap[0]
    const last = heap.pop()
    if (heap.length > 0 && last !== undefined) this.#sink(last)
    return least
  }

  #sink(value: number): void {
    const heap = this.#heap
    let place = 0
    for (let below = 1; below < heap.length; below = place * 2 + 1) {
      if (below + 1 < heap.length && (heap[below + 1] ?? 0) < (heap[below] ?? 0)) below += 1
      if ((heap[below] ?? 0) >= value) break
      heap[place] = heap[below] ?? 0
      place = below
    }
    heap[place] = value
  }
}
