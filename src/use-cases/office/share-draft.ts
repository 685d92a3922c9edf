import { CatalogError } from '../../domain/catalog-error.ts'
import { addSeconds, secondsBetween } from '../../domain/moments.ts'
import { type Actor, refuseUnlessAllowed } from '../../domain/office/rights.ts'
import type { EditionPorts } from './edition-ports.ts'
import { getStoredEdition, type StoredEdition } from './read-editions.ts'

/** How long a link to a draft holds, in seconds. */
const linkLength = 14 * 24 * 3600

/** Links for somebody without an account who checks the facts of one draft. */
export function createShareDraft({ store, clock, secrets, writeRecorded }: EditionPorts) {
  return {
    /** @returns what the link holds: it is shown once and kept nowhere. */
    async shareDraft(actor: Actor, id: string): Promise<{ key: string; expiresAt: string }> {
      const { body } = await getStoredEdition(store, id)
      refuseUnlessAllowed(actor, 'edition.share', { agency: body.agency })
      const key = secrets.newKey()
      const [createdAt, linkId] = [clock.now(), secrets.digest(key)]
      const link = { edition: id, by: actor.account, createdAt, expiresAt: addSeconds(createdAt, linkLength) }
      await writeRecorded({
        by: actor,
        deeds: [{ action: 'edition.share', subject: `edition/${id}` }],
        changes: [{ kind: 'shareLink', id: linkId, expectedRevision: 0, body: link }],
      })
      return { key, expiresAt: link.expiresAt }
    },

    /** @throws CatalogError `link-ended`: it never was, or holds no longer. */
    async findShared(key: string): Promise<StoredEdition> {
      const link = await store.office.find('shareLink', secrets.digest(key))
      if (link === undefined || secondsBetween(clock.now(), link.body.expiresAt) <= 0)
        throw new CatalogError('link-ended')
      return getStoredEdition(store, link.body.edition)
    },
  }
}
