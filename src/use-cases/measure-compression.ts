import { NotFoundError } from '../domain/catalog-error.ts'
import { measureCompression } from '../domain/compression.ts'
import { stateOf } from '../domain/item-state.ts'
import type { Day } from '../schema/types.ts'
import type { Catalogue, CurrentCatalogue } from './current-catalogue.ts'
import type { CompressionReport } from './use-cases.ts'

/** Measures the whole catalogue, or one agency of it; the last answer for the whole is kept as long as it holds. */
export type MeasureCatalogue = (catalogue: Catalogue, agency?: string) => CompressionReport

export function createMeasureCatalogue(today: () => Day): MeasureCatalogue {
  let last: { catalogue: Catalogue; report: CompressionReport } | undefined
  return (catalogue, agency) => {
    const asOf = today()
    if (agency !== undefined) return measure(catalogue, asOf, agency)
    if (last === undefined || last.catalogue !== catalogue || last.report.asOf !== asOf) {
      last = { catalogue, report: measure(catalogue, asOf) }
    }
    return last.report
  }
}

function measure(catalogue: Catalogue, asOf: Day, agency?: string): CompressionReport {
  return measureCompression({
    items: [...catalogue.items.values()].map(({ body }) => body),
    stateOf,
    policy: catalogue.policy(),
    agencies: [...catalogue.agencies.values()],
    asOf,
    ...(agency === undefined ? {} : { agency }),
  })
}

/** The compression check. @throws NotFoundError for an unknown agency, CatalogError `empty-catalogue`. */
export function createMeasureCompression(currentCatalogue: CurrentCatalogue, measureCatalogue: MeasureCatalogue) {
  return async ({ agency }: { agency?: string }): Promise<CompressionReport> => {
    const catalogue = await currentCatalogue()
    if (agency !== undefined && !catalogue.agencies.has(agency)) throw new NotFoundError('agency', agency)
    return measureCatalogue(catalogue, agency)
  }
}
