import type { ComposedOffice } from '../compose/office.ts'

/** Opens the office of the store, does the work and closes it. `makes`: a store that is not there is made. */
export async function askOffice(
  options: { makes?: boolean },
  work: (office: ComposedOffice) => Promise<void>,
): Promise<void> {
  const { openOffice } = await import('../compose/office.ts')
  const { readConfig } = await import('../config/read-config.ts')
  const office = await openOffice(readConfig().database, options)
  try {
    await work(office)
  } finally {
    await office.close()
  }
}
