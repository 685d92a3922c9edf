import { CatalogError } from '../../domain/catalog-error.ts'

/** Whether somebody else was faster. */
export function isStale(error: unknown): boolean {
  return error instanceof CatalogError && error.code === 'stale-revision'
}
