import { systemClock } from '../clock/system-clock.ts'
import type { DatabaseAddress } from '../config/database-address.ts'
import { createArchiveFiles } from '../exchange/archive-files.ts'
import { createSha256Digest } from '../exchange/sha256-digest.ts'
import type { CatalogStore } from '../ports/catalog-store.ts'
import { nodeSecrets } from '../secrets/node-secrets.ts'
import { createBackupStore } from '../use-cases/backup-store.ts'
import { createCopyStore } from '../use-cases/copy-store.ts'
import type { OnProgress } from '../use-cases/import-batch.ts'
import { createRestoreStore } from '../use-cases/restore-store.ts'
import { openStore } from './open-store.ts'
import { refuseMissing } from './refuse-missing.ts'

/** Whole stores as the command line moves them: into a backup, out of one, into another store. */
export function composeTransfer(onProgress: OnProgress) {
  const archives = createArchiveFiles()
  const ports = { archives, clock: systemClock, createDigest: createSha256Digest, secrets: nodeSecrets, onProgress }
  const backupStore = createBackupStore(ports)
  const restoreStore = createRestoreStore(ports)
  const copyStore = createCopyStore(ports)
  return {
    backup: async (from: DatabaseAddress, path: string) => {
      refuseMissing(from)
      return using(from, (store) => backupStore(store, path))
    },
    /** The backup is read before the store is opened: a broken one does not even make an empty store. */
    async restore(path: string, to: DatabaseAddress) {
      await archives.open(path)
      return using(to, (store) => restoreStore(store, path))
    },
    async copy(from: DatabaseAddress, to: DatabaseAddress) {
      refuseMissing(from)
      return using(from, (source) => using(to, (target) => copyStore(source, target)))
    },
  }
}

async function using<Result>(
  address: DatabaseAddress,
  work: (store: CatalogStore) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(address)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
