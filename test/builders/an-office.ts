import { cpSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Actor } from '../../src/domain/office/rights.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import { buildItemSearch } from '../../src/search/build-item-search.ts'
import { createArgon2PasswordHasher } from '../../src/secrets/argon2-password-hasher.ts'
import { nodeSecrets } from '../../src/secrets/node-secrets.ts'
import { createCurrentCatalogue } from '../../src/use-cases/current-catalogue.ts'
import { createOffice, type Office } from '../../src/use-cases/office/create-office.ts'
import { createInspectRecord } from '../../src/use-cases/office/verify-record.ts'
import { createWriteRecorded, type WriteRecorded } from '../../src/use-cases/office/write-recorded.ts'
import type { UseCases } from '../../src/use-cases/use-cases.ts'
import { openAsking } from './asked-catalogues.ts'

/** The least that argon2 allows: tests try many passwords. */
export const cheapHasher = createArgon2PasswordHasher({ memorySize: 8, iterations: 1 })

/** A clock that goes when it is told to. */
export class MovableClock {
  #now = Date.parse('2015-03-12T09:00:00+08:00')

  now(): string {
    return new Date(this.#now + 8 * 3600_000).toISOString().replace(/\.\d+Z$/, '+08:00')
  }
  today(): string {
    return this.now().slice(0, 10)
  }
  advance({ seconds = 0, days = 0 }: { seconds?: number; days?: number }): void {
    this.#now += (seconds + days * 86_400) * 1000
  }
}

export interface OfficeUnderTest {
  office: Office
  /** Writes as use cases do: what a test writes past them is found when the office closes. */
  writeRecorded: WriteRecorded
  /** What the office stands on. */
  ports: Parameters<typeof createOffice>[0]
  useCases: UseCases
  store: CatalogStore
  clock: MovableClock
  close(): Promise<void>
}

/** Two agencies of the sample with their guides, which pass the rules, and no decisions. */
export function copyTwoAgencies(folder: string): void {
  for (const part of ['policy.yaml', 'regions.yaml', 'agencies.yaml', 'laws.yaml', 'items/fgw', 'items/mzj']) {
    cpSync(join('catalog', part), join(folder, part), { recursive: true })
  }
}

/**
 * An office over the catalogue of two agencies, in memory, on a spring morning. When it closes, the record must know of everything that was done.
 */
export async function openOffice(): Promise<OfficeUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'banshi-office-'))
  copyTwoAgencies(folder)
  const clock = new MovableClock()
  const asking = openAsking(clock)
  const store = await asking.fill(folder)
  const useCases = asking.over(store)
  const currentCatalogue = createCurrentCatalogue(store, buildItemSearch)
  const ports = {
    store,
    clock,
    hasher: cheapHasher,
    secrets: nodeSecrets,
    renderer: asking.renderer,
    useCases,
    currentCatalogue,
  }
  const office = createOffice(ports)
  return {
    office,
    writeRecorded: createWriteRecorded(ports),
    ports,
    useCases,
    store,
    clock,
    async close() {
      expect((await createInspectRecord(ports)()).findings).toEqual([])
      await asking.close()
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** Somebody of the office, without an account: rights ask for nothing else. */
export function anActor(overrides: Partial<Actor> = {}): Actor {
  return { account: 'zhang', name: '张三', role: 'editor', agency: 'fgw', scopes: null, from: '10.0.0.1', ...overrides }
}
export const anEditor = anActor()
export const aReviewer = anActor({ account: 'li', name: '李四', role: 'reviewer' })
export const aReformOfficer = anActor({ account: 'wang', name: '王五', role: 'reform-officer', agency: null })
export const anAdministrator = anActor({ account: 'admin', name: '管理员', role: 'administrator', agency: null })
export const anAuditor = anActor({ account: 'zhao', name: '赵六', role: 'auditor', agency: null })
