/** Signs that no line begins with. */
const CLOSING = /^[，。、；：？！）》」』】〉”’…％%)\],.;:?!]$/
/** Signs that no line ends with. */
const OPENING = /^[（《「『【〈“‘([]$/
/** A letter or digit of a word or number, and the most of them that stay on one line. */
const LETTER = /^[\w.-]$/
const WORD = /^[\w.-]{1,15}$/

/** Pieces that a line may be broken between: closing signs stay with what they close, opening ones with what follows, words whole, and the last sign is not left alone. */
export function glueSegments(signs: Iterable<string>): string[] {
  const pieces: string[] = []
  let opened = ''
  for (const sign of signs) {
    const last = pieces.length - 1
    const before = pieces[last] ?? ''
    if (OPENING.test(sign)) opened += sign
    else if (opened === '' && last >= 0 && (CLOSING.test(sign) || (LETTER.test(sign) && WORD.test(before)))) {
      pieces[last] = before + sign
    } else {
      pieces.push(opened + sign)
      opened = ''
    }
  }
  return withoutOrphan(opened === '' ? pieces : [...pieces, opened])
}

/** The last two pieces stay together, so that no line is a single sign. */
function withoutOrphan(pieces: string[]): string[] {
  return pieces.length < 4 ? pieces : [...pieces.slice(0, -2), pieces.slice(-2).join('')]
}

/** An entity of a label is one sign. */
const ENTITY = /(&(?:#\d{1,7}|quot|apos|amp|lt|gt);)/

/** Makes Mermaid, which splits labels by `Intl.Segmenter`, break lines as Chinese is set. For the worker alone. */
export function installLineBreaking(): void {
  const Segmenter = Intl.Segmenter
  const glued = class extends Segmenter {
    override segment(text: string): Intl.Segments {
      const signs = text
        .split(ENTITY)
        .flatMap((part) => (ENTITY.test(part) ? part : Array.from(super.segment(part), ({ segment }) => segment)))
      const pieces = glueSegments(signs)
      // Mermaid iterates over the segments and reads their text alone.
      return pieces.map((segment) => ({ segment })) as unknown as Intl.Segments
    }
  }
  Object.defineProperty(Intl, 'Segmenter', { value: glued, configurable: true, writable: true })
}
