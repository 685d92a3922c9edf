/** A fingerprint of 64 bits: tells a text from its next version, and is no defence against anybody. */
export function hashText(text: string): string {
  let [one, two] = [0x811c9dc5, 0x1b873593]
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ unit, 0x85ebca6b)
    two ^= two >>> 13
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
