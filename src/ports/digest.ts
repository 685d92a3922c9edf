/** A fingerprint of everything that was added, in order. */
export interface Digest {
  add(text: string): void
  /** Of what was added so far, in hexadecimal; more may be added afterwards. */
  value(): string
}

/** Begins a new fingerprint. */
export type CreateDigest = () => Digest
