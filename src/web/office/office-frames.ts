import type { Request } from 'express'
import type { OfficeFrame } from '../../../views/office/frame.ts'
import type { PageFrame } from '../../../views/parts/frame.ts'
import type { SignedIn } from '../../use-cases/office/create-office.ts'
import type { UseCases } from '../../use-cases/use-cases.ts'

export type OfficeFrames = (req: Request, signedIn: SignedIn) => Promise<OfficeFrame>

/** Frames of the pages of those who are signed in. */
export function createOfficeFrames(
  useCases: Pick<UseCases, 'listAgencies'>,
  publicFrame: (req: Request) => Promise<PageFrame>,
): OfficeFrames {
  return async (req, { actor, session }) => {
    const agency =
      actor.agency === null ? undefined : (await useCases.listAgencies()).find(({ code }) => code === actor.agency)
    return { ...(await publicFrame(req)), actor, agencyName: agency?.name ?? actor.agency, formKey: session.formKey }
  }
}
