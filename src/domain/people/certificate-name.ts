/** Whose name a certificate bears after names were corrected: a signed paper keeps what was signed. */
import { isSameName } from '#domain/readiness/sign-off-journey.ts'

export interface SignedNames {
  /** As typed under the commitment, or null. */
  readonly committedName: string | null
  /** As issued again last, or null. */
  readonly reissuedName: string | null
}

/** @param today what the mentor is called now: where only capitals differ from what was typed, as they write it */
export function nameOnCertificate(
  { committedName, reissuedName }: SignedNames,
  today: string,
): string {
  const signed = reissuedName ?? committedName ?? today
  return isSameName(signed, today) ? today : signed
}
