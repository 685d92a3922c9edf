import { existsSync } from 'node:fs'
import type { DatabaseAddress } from '../config/database-address.ts'
import { CatalogError } from '../domain/catalog-error.ts'

/** Opening a file makes it where it is missing; what is to be read must be there. */
export function refuseMissing(address: DatabaseAddress): void {
  if (address.kind === 'file' && !existsSync(address.path)) {
    throw new CatalogError('store-unavailable', { reason: `没有“${address.path}”这个数据文件` })
  }
}
