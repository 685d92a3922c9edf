import type { Place } from './read-places.ts'

/** The code of an agency in a place: the sample's, and the number of the place. */
export function agencyCodeOf(agency: string, { number }: Pick<Place, 'number'>): string {
  return `${agency}${String(number).padStart(3, '0')}`
}

/** The code of an item in a place; a case carries two digits more than the whole item. */
export function itemCodeOf(code: string, place: Pick<Place, 'number'>, part: number): string {
  const [agency = '', number = ''] = code.split('-')
  return `${agencyCodeOf(agency, place)}-${number}${part === 0 ? '' : String(part).padStart(2, '0')}`
}
