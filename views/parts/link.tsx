import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Day } from '../../src/schema/types.ts'
import { type Parameters, withParameters } from './links.ts'

/** The day whose catalogue the page shows; `null`: today's. Every link into the catalogue takes it along. */
export const AskedDay = createContext<Day | null>(null)

interface LinkProps {
  /** A path of the catalogue: items, agencies, compression. */
  to: string
  with?: Parameters
  class?: string
  current?: 'page' | 'true' | undefined
  rel?: string
  children: ComponentChildren
}

/** A link inside the catalogue that stays on the day the reader looks at. */
export function Link({ to, with: parameters = {}, current, children, ...rest }: LinkProps) {
  const asOf = useContext(AskedDay)
  return (
    <a
      href={withParameters(to, { ...parameters, asOf: parameters.asOf ?? asOf ?? undefined })}
      aria-current={current}
      {...rest}
    >
      {children}
    </a>
  )
}

/** The same for a form: a field that nobody sees; nothing when the page shows today's catalogue. */
export function AskedDayField() {
  const asOf = useContext(AskedDay)
  return asOf === null ? null : <input type="hidden" name="asOf" value={asOf} />
}
