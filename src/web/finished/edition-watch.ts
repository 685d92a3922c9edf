import type { UseCases } from '../../use-cases/use-cases.ts'

/** How long a look at the catalogue's revision holds, in milliseconds. */
const freshFor = 250

/** Knows which edition of the catalogue answers are made of: its revision and the day. */
export interface EditionWatch {
  edition(): string
  /** Whether the last look still holds. */
  isFresh(): boolean
  /** Looks; those who ask at the same time share one look. Rejects when the store cannot be asked. */
  look(): Promise<void>
  /** The next one who asks must look. */
  lookAgain(): void
}

/** `isNew` is called whenever a look found another edition. Only revisions are compared, never clocks. */
export function createEditionWatch(
  { servedRevision, today }: Pick<UseCases, 'servedRevision' | 'today'>,
  isNew: () => void,
): EditionWatch {
  let edition = ''
  let lookedAt = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined

  const look = async () => {
    const begun = performance.now()
    const current = `${today()} ${await servedRevision()}`
    lookedAt = begun
    if (current === edition) return
    edition = current
    isNew()
  }
  return {
    edition: () => edition,
    isFresh: () => performance.now() - lookedAt < freshFor,
    look: () => {
      if (looking !== undefined) return looking
      const now = look().finally(() => {
        if (looking === now) looking = undefined
      })
      looking = now
      return now
    },
    lookAgain: () => {
      lookedAt = Number.NEGATIVE_INFINITY
      // A look under way may have seen the state before the change.
      looking = undefined
    },
  }
}
