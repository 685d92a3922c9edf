import type { CatalogStore } from '../../ports/catalog-store.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FlowchartRenderer } from '../../ports/flowchart-renderer.ts'
import type { PasswordHasher, Secrets } from '../../ports/secrets.ts'

/** What the office stands on. */
export interface OfficePorts {
  store: CatalogStore
  clock: Clock
  hasher: PasswordHasher
  secrets: Secrets
  renderer: FlowchartRenderer
}
