import type { Request, Response } from 'express'
import type { OfficeFrame } from '../../../views/office/frame.ts'
import type { Actor } from '../../domain/office/rights.ts'
import type { SignedIn } from '../../use-cases/office/create-office.ts'

/** A request of somebody who is signed in and may do what its route is for. */
export interface OfficeRequest {
  req: Request
  actor: Actor
  signedIn: SignedIn
  /** Frame of the page to answer with. */
  frame(): Promise<OfficeFrame>
  /** A parameter of the path; empty: the path has none of that name. */
  param(name: string): string
  /** A text field of the posted form; empty: it was not posted. */
  field(name: string): string
}

/** One address of the office: what it is for is an action of the table of rights, which is looked up before anything is read. */
export interface OfficeRoute {
  method: 'get' | 'post'
  /** Below /office. */
  path: string
  action: string
  /** Whether it checks or draws: such requests of one person are limited. */
  isCostly?: true
  handle(request: OfficeRequest, res: Response): Promise<void>
}
