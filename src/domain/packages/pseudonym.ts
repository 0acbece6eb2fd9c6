/**
 * Who a person is to a package: somebody of whom it learns neither name nor account, and who is another one to every
 * other package. The same at each opening, or it would take them for somebody new.
 */
export interface Pseudonym {
  readonly id: string
  /** Four digits, for a name that can be read. */
  readonly number: string
}

/** @param digest SHA-256 in hex, of person and package together (both random ids, so it cannot be tried out) */
export const pseudonymOf = (digest: string): Pseudonym => ({
  id: `learner-${digest.slice(0, 32)}`,
  number: String(1000 + (parseInt(digest.slice(32, 44), 16) % 9000)),
})
