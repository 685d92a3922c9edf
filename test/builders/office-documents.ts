import { takeContent } from '../../src/domain/editions/edition-fields.ts'
import type { Account } from '../../src/domain/office/account.ts'
import type { CatalogStore } from '../../src/ports/catalog-store.ts'
import type { OfficeChange } from '../../src/ports/office-store.ts'
import { createWriteRecorded } from '../../src/use-cases/office/write-recorded.ts'
import { aMinimalItem } from './items.ts'
import { transferPorts } from './written-stores.ts'

type Unplaced = Omit<OfficeChange, 'expectedRevision'>

export function anAccount(name: string, overrides: Partial<Account> = {}): Unplaced {
  const at = transferPorts.clock.now()
  const body: Account = {
    name,
    displayName: '李四',
    role: 'reform-officer',
    agency: null,
    passwordHash: '$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA',
    mustChange: false,
    disabled: false,
    createdAt: at,
    passwordChangedAt: at,
    ...overrides,
  }
  return { kind: 'account', id: name, body }
}

/** The first edition of fgw-001, told from others by its reason. */
export function anEdition(warningsReason: string): Unplaced {
  const item = aMinimalItem()
  return {
    kind: 'edition',
    id: 'fgw-001.1',
    body: {
      id: 'fgw-001.1',
      item: item.code,
      agency: item.agency,
      state: 'draft',
      number: null,
      basedOn: null,
      content: takeContent(item),
      drafters: ['li'],
      steps: [],
      publishOn: null,
      warningsReason,
      publishedAt: null,
    },
  }
}

/** Writes documents, all at one revision, with their entries in the record. */
export function writeOffice(store: CatalogStore, documents: readonly Unplaced[], expectedRevision = 0): Promise<void> {
  return createWriteRecorded({ ...transferPorts, store })({
    by: { account: 'li', role: 'reform-officer', from: '10.0.0.2' },
    deeds: documents.map(({ kind, id, body }) => ({
      action: `${kind}.write`,
      subject: `${kind}/${id}`,
      ...(body === null ? {} : { after: body }),
    })),
    // Kind and body come from the same builder, which TypeScript does not follow through a union.
    changes: documents.map((document) => ({ ...document, expectedRevision }) as OfficeChange),
  })
}
