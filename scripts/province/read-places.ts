import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A city or a county that has a catalogue of its own. */
export interface Place {
  /** Its place in the official order, from 1; three digits behind the codes of its agencies. */
  number: number
  name: string
  /** The name without 市, 县 or 区. */
  short: string
  /** As in 县发改委. */
  level: '州' | '市' | '县' | '区'
  /** Codes of the regions below it that can receive its powers; empty for a county. */
  regions: string[]
}

export interface NameVariant {
  chance: number
  from: RegExp
  to: string
}

export interface Places {
  province: string
  /** Cities first, then the first county of each city, then the second … */
  places: Place[]
  /** Every county, as a receiver of delegated powers. */
  regions: { code: string; name: string; kind: 'county' | 'county-city' | 'district' }[]
  names: NameVariant[]
  cases: string[]
  hours: string[]
}

interface PlacesFile {
  name: string
  cities: { name: string; below: string[] }[]
  names: { chance: number; from: string; to: string }[]
  cases: string[]
  hours: string[]
}

/** Places, ways to name items and cases, out of `scripts/province/places.yaml`. `root`: the folder of the project. */
export function readPlaces(root: string): Places {
  // The file is part of this generator and has no schema; a test makes a province of it.
  const file = parse(readFileSync(join(root, 'scripts/province/places.yaml'), 'utf8')) as PlacesFile
  const cities = file.cities.map(({ name, below }, city) => ({
    name,
    regions: below.map((county, index) => ({ code: codeOf(city, index), name: county, kind: kindOf(county) })),
  }))
  const most = Math.max(...cities.map(({ regions }) => regions.length))
  const counties = Array.from({ length: most }, (_, index) => cities.flatMap(({ regions }) => regions[index] ?? []))
  const named = [
    ...cities.map(({ name, regions }) => ({ name, regions: regions.map(({ code }) => code) })),
    ...counties.flat().map(({ name }) => ({ name, regions: [] })),
  ]
  return {
    province: file.name,
    places: named.map(({ name, regions }, index) => ({ number: index + 1, name, regions, ...wordsOf(name) })),
    regions: cities.flatMap(({ regions }) => regions),
    names: file.names.map((variant) => ({ ...variant, from: new RegExp(variant.from) })),
    cases: file.cases,
    hours: file.hours,
  }
}

const codeOf = (city: number, index: number) => `c${String(city + 1).padStart(2, '0')}-${index + 1}`

function kindOf(name: string): Places['regions'][number]['kind'] {
  if (name.endsWith('区')) return 'district'
  return name.endsWith('市') ? 'county-city' : 'county'
}

function wordsOf(name: string): Pick<Place, 'short' | 'level'> {
  const level = (['州', '市', '区'] as const).find((sign) => name.endsWith(sign)) ?? '县'
  const short = name.replace(/(?:[\u4e00-\u9fa5]{1,2}族)*自治[州县]$|[市县区]$/u, '')
  return { level, short: short.length > 1 ? short : name }
}
