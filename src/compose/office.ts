import { systemClock } from '../clock/system-clock.ts'
import type { DatabaseAddress } from '../config/database-address.ts'
import type { RecordEntry } from '../domain/office/record.ts'
import { createArgon2PasswordHasher } from '../secrets/argon2-password-hasher.ts'
import { nodeSecrets } from '../secrets/node-secrets.ts'
import { createManageAccounts } from '../use-cases/office/manage-accounts.ts'
import { createInspectRecord } from '../use-cases/office/verify-record.ts'
import { createWriteRecorded } from '../use-cases/office/write-recorded.ts'
import { openStore } from './open-store.ts'
import { refuseMissing } from './refuse-missing.ts'

/** What the command line needs of the office: its accounts and its record. */
export interface ComposedOffice extends ReturnType<typeof createManageAccounts> {
  inspectRecord: ReturnType<typeof createInspectRecord>
  readRecord: () => AsyncIterable<RecordEntry>
  close(): Promise<void>
}

/** Opens the office of a store; one that is not there is made only where that is wanted. @throws CatalogError `store-unavailable`. */
export async function openOffice(address: DatabaseAddress, { makes = false } = {}): Promise<ComposedOffice> {
  if (!makes) refuseMissing(address)
  const store = await openStore(address)
  const ports = { store, clock: systemClock, hasher: createArgon2PasswordHasher(), secrets: nodeSecrets }
  return {
    ...createManageAccounts(ports, createWriteRecorded(ports)),
    inspectRecord: createInspectRecord(ports),
    readRecord: () => store.office.readRecord(),
    close: () => store.close(),
  }
}
