/** Somebody holds a certificate and wants to know whether it holds; how often one address may ask is counted. */
import { readCode } from '#domain/people/code.ts'
import { reserveLook } from '#server/access/throttle.ts'
import { checkCertificate, type Checked } from './public-check.ts'

export type LookedUp =
  | { readonly kind: 'found'; readonly checked: Checked }
  /** No code, nobody's, or one whose mentor turned it off: all alike. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many'; readonly minutes: number }

/** @param typed as it stood in the address @param address of the network that asks */
export async function lookUpCertificate(
  typed: string,
  address: string,
  now: number,
): Promise<LookedUp> {
  const code = readCode(typed)
  const tries = await reserveLook(address, `check ${code ?? ''}`, now)
  if (!tries.ok) return { kind: 'too-many', minutes: tries.minutes }
  const checked = code ? await checkCertificate(code, now) : null
  return checked ? { kind: 'found', checked } : { kind: 'unknown' }
}
