import type { CatalogStore } from '../../ports/catalog-store.ts'

/** Names of people by account, as they are said now; the service itself and accounts that are no more keep what they are called. */
export function createNameAccounts({ store }: { store: CatalogStore }) {
  return async (accounts: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const known = await Promise.all(
      [...new Set(accounts)].map(async (name): Promise<[string, string]> => {
        if (name === 'system') return [name, '系统']
        return [name, (await store.office.find('account', name))?.body.displayName ?? name]
      }),
    )
    return new Map(known)
  }
}
