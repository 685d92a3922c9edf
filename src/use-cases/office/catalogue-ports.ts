import type { CurrentCatalogue } from '../current-catalogue.ts'
import type { UseCases } from '../use-cases.ts'
import type { OfficePorts } from './office-ports.ts'
import type { WriteRecorded } from './write-recorded.ts'

/** What the work on the lists of items, on decisions and on promises stands on. */
export interface CataloguePorts extends Pick<OfficePorts, 'store' | 'clock'> {
  currentCatalogue: CurrentCatalogue
  useCases: Pick<UseCases, 'checkCatalogue' | 'checkDraft' | 'findFindings' | 'getItem' | 'getLife' | 'getHistory'>
  writeRecorded: WriteRecorded
}
