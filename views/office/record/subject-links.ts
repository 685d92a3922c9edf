import { splitSubject } from '../../../src/domain/office/record-words.ts'
import { officePaths } from '../frame.ts'

/** The page of what an entry of the record is about; `undefined`: it has none. */
export function hrefOfSubject(subject: string): string | undefined {
  const [kind, id] = splitSubject(subject)
  if (kind === 'edition') return officePaths.draft(id)
  if (kind === 'item') return officePaths.item(id)
  if (kind === 'decision' || kind === 'decisionDraft') return officePaths.decision(id)
  return undefined
}
