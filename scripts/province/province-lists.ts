import type { Agencies, Laws, Policy, Regions } from '../../src/schema/types.ts'
import { createLocalise, localiseDocument } from './local-words.ts'
import { agencyCodeOf } from './province-codes.ts'
import type { Place, Places } from './read-places.ts'
import type { Sample } from './read-sample.ts'
import { inventedProvenance } from './vary-item.ts'

export interface ProvinceLists {
  policy: Policy
  regions: Regions
  agencies: Agencies
  laws: Laws
}

const provinceCode = 'province'

/** The lists of a province: its own name, every county, the agencies of each place in turn, the sample's laws. */
export function makeLists(sample: Sample, { province, regions }: Places, places: readonly Place[]): ProvinceLists {
  const office = `${province}行政审批制度改革工作领导小组办公室`
  return {
    policy: {
      ...sample.policy,
      city: { name: province, region: provinceCode, government: `${province}人民政府`, reformOffice: office },
      provenance: inventedProvenance(),
    },
    regions: {
      city: { code: provinceCode, name: province },
      regions: regions.map((region) => ({ ...region, from: null, to: null, provenance: inventedProvenance() })),
    },
    agencies: { agencies: places.flatMap((place) => agenciesOf(sample, place)) },
    laws: { laws: sample.laws },
  }
}

function agenciesOf({ agencies }: Sample, place: Place): Agencies['agencies'] {
  const localise = createLocalise(place, agencies)
  return agencies.map((agency) => ({
    ...localiseDocument(agency, localise),
    code: agencyCodeOf(agency.code, place),
    successor: agency.successor === null ? null : agencyCodeOf(agency.successor, place),
    provenance: inventedProvenance(),
  }))
}
