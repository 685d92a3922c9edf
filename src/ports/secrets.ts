/** Keeps passwords so that nobody can read them. */
export interface PasswordHasher {
  /** In the PHC string format, with a new salt. */
  hash(password: string): Promise<string>
  /** Whether the password is the one that was hashed; takes as long for a wrong one. */
  verify(password: string, hash: string): Promise<boolean>
  /** Whether attackers try it first. */
  isCommon(password: string): Promise<boolean>
}

/** Unguessable texts and fingerprints. */
export interface Secrets {
  /** 256 random bits, fit for an address. */
  newKey(): string
  /** A password that can be read out and typed: 20 letters and digits in groups of five. */
  newPassword(): string
  /** SHA-256 in hexadecimal, of a text or of its bytes in UTF-8. */
  digest(text: string | Uint8Array): string
}
