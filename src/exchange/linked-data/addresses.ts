/**
 * The addresses of what a catalogue speaks of, the same in every export: names of the project below the city's code, for a catalogue does not know
 * under which web address it is served.
 */
export function addressesIn(city: string) {
  const below = (kind: string) => (code: string) => `urn:banshi:${city}:${kind}:${encodeURIComponent(code)}`
  return {
    catalogue: `urn:banshi:${city}:catalogue`,
    city: `urn:banshi:${city}:city`,
    item: below('item'),
    agency: below('agency'),
    law: below('law'),
    theme: below('theme'),
    /** A part of an item, by its kind and its place in the item's list, from 1. */
    part: (code: string, kind: string, place: number) => `${below('item')(code)}:${kind}:${place}`,
  }
}
export type Addresses = ReturnType<typeof addressesIn>

/** A code of one of the project's lists, the same for every city. */
export const codeAddress = (list: string, code: string) => `urn:banshi:code:${list}:${code}`
