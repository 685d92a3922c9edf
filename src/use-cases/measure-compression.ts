import { NotFoundError } from '../domain/catalog-error.ts'
import { measureCompression } from '../domain/compression.ts'
import type { Day } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import { bodyOn } from './day-view.ts'
import type { AsOf, CompressionReport } from './use-cases.ts'

/** Measures the catalogue of a day, or one agency of it; the last answer for the whole is kept as long as it holds. */
export type MeasureCatalogue = (catalogue: Catalogue, query: { asOf: Day; agency?: string }) => CompressionReport

export function createMeasureCatalogue(): MeasureCatalogue {
  let last: { catalogue: Catalogue; report: CompressionReport } | undefined
  return (catalogue, { asOf, agency }) => {
    if (agency !== undefined) return measure(catalogue, asOf, agency)
    if (last === undefined || last.catalogue !== catalogue || last.report.asOf !== asOf) {
      last = { catalogue, report: measure(catalogue, asOf) }
    }
    return last.report
  }
}

function measure(catalogue: Catalogue, asOf: Day, agency?: string): CompressionReport {
  const { items, standings } = catalogue.on(asOf)
  return measureCompression({
    items: items.map(bodyOn),
    stateOf: ({ code }) => standings.get(code)?.state ?? 'planned',
    policy: catalogue.policy(),
    agencies: [...catalogue.agencies.values()],
    asOf,
    ...(agency === undefined ? {} : { agency }),
  })
}

/** The compression check on a day (absent: today). @throws NotFoundError for an unknown agency, CatalogError `empty-catalogue`. */
export function createMeasureCompression(
  currentCatalogue: CurrentCatalogue,
  { measureCatalogue, today }: { measureCatalogue: MeasureCatalogue; today: () => Day },
) {
  return async ({ asOf = today(), agency }: { agency?: string } & AsOf): Promise<CompressionReport> => {
    const catalogue = await currentCatalogue()
    if (agency === undefined) return measureCatalogue(catalogue, { asOf })
    if (!catalogue.agencies.has(agency)) throw new NotFoundError('agency', agency)
    return measureCatalogue(catalogue, { asOf, agency })
  }
}
