import type { Request } from 'express'
import { CatalogError } from '../domain/catalog-error.ts'
import type { Actor } from '../domain/office/rights.ts'
import type { Office } from '../use-cases/office/create-office.ts'

/** Does what somebody asked for; that he was refused what he has no right to is noted in the record. */
export async function noteRefusals<Answer>(
  office: Pick<Office, 'noteRefusal'>,
  { req, actor }: { req: Request; actor: Actor },
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CatalogError && error.code === 'not-allowed') {
      await office.noteRefusal(actor, String(error.facts.action), req.originalUrl.slice(0, 200))
    }
    throw error
  }
}
