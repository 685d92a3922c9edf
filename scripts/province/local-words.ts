import type { Agency } from '../../src/schema/types.ts'
import type { Place } from './read-places.ts'

/** Turns the words of the sample's city into those of a place. */
export type Localise = (text: string) => string

const sampleCity = '湘潭市'
const sampleShort = '湘潭'
/** Words of a city besides the short names of its agencies that a county says with 县 or 区. */
const cityWords = ['市政务服务中心', '市政府', '市级', '本市']

/** The words of a place: its name, its level, its agencies as people call them there. */
export function createLocalise(place: Place, agencies: readonly Agency[]): Localise {
  const city = (text: string) => text.replaceAll(sampleCity, place.name).replaceAll(sampleShort, place.short)
  if (place.level === '市') return city
  const short = agencies.flatMap(({ shortName }) => (shortName?.startsWith('市') ? [shortName] : []))
  const words = [...cityWords, ...short].sort((one, other) => other.length - one.length)
  const level = new RegExp(words.join('|'), 'g')
  return (text) => city(text.replace(level, (word) => word.replace('市', place.level)))
}

/** A document with the words of a place. Codes are ASCII and stay. */
export function localiseDocument<Document>(document: Document, localise: Localise): Document {
  // JSON in, JSON out: the shape stays.
  return JSON.parse(localise(JSON.stringify(document))) as Document
}
