import { addSeconds, secondsBetween } from '../moments.ts'
import type { Session, SignInTrail } from './account.ts'

/** Failures that cost nothing but a word. */
const freeFailures = 5
/** Wait after the first failure that costs one, in seconds; twice as long after each more. */
const firstWait = 10
/** Longest wait: nobody is locked out for good. */
const longestWait = 15 * 60
/** A session ends after twelve hours, or after four without a request: a working day, a long lunch. */
const sessionLength = 12 * 3600
const sessionRest = 4 * 3600
/** How far the clocks of two hosts may be apart, in seconds. */
const clockTolerance = 60

/**
 * How long the next try from an address has to wait, in seconds; 0: not at all.
 *
 * Failures count per account and address, and a try during the wait does not make it longer: whoever guesses from elsewhere keeps nobody out.
 * A failure that lies in the future was noted before the clock was set back and counts no more.
 */
export function waitBeforeSignIn({ failures, lastFailureAt }: SignInTrail, now: string): number {
  if (failures < freeFailures || lastFailureAt === null) return 0
  const elapsed = secondsBetween(lastFailureAt, now)
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(failures - freeFailures, 20))
  return elapsed < 0 ? 0 : Math.max(0, Math.ceil(wait - elapsed))
}

export function sessionEnd(createdAt: string): string {
  return addSeconds(createdAt, sessionLength)
}

/** Whether a session still holds. One from the future is of a clock that was set back, and ends. */
export function isAlive({ createdAt, lastSeenAt, expiresAt }: Session, now: string): boolean {
  return (
    secondsBetween(now, createdAt) <= clockTolerance &&
    secondsBetween(now, expiresAt) > 0 &&
    secondsBetween(lastSeenAt, now) < sessionRest
  )
}
