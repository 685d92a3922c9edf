import type { UseCases } from '../use-cases.ts'
import type { OfficePorts } from './office-ports.ts'
import type { WriteRecorded } from './write-recorded.ts'

/** What the work on editions stands on. */
export interface EditionPorts extends OfficePorts {
  useCases: Pick<UseCases, 'getItem' | 'getItemUnlessGone' | 'checkDraft'>
  writeRecorded: WriteRecorded
}
