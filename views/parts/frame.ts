import type { Day } from '../../src/schema/types.ts'

/** How the reader wants the pages shown; kept in cookies, so that it survives the visit and works without script. */
export interface DisplayChoice {
  text: 'normal' | 'large'
  contrast: 'normal' | 'high'
}

/** What every page needs besides its own content. */
export interface PageFrame {
  /** Path and query of this page, for the way back after a change of display. */
  url: string
  /** Scheme and host under which this page was asked for, for the address on paper; empty when the request names none. */
  origin: string
  display: DisplayChoice
  /** Name of the city, as in 湘潭市. */
  city: string
  /** Moment of the newest change of the catalogue, RFC 3339; `null`: the catalogue is empty. */
  updatedAt: string | null
  /** The day whose catalogue the page shows; `null`: today's, or the page is not of one day. */
  asOf: Day | null
}
