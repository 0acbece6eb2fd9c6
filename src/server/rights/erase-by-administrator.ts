/** An administrator erases somebody for good, from a page: after a fresh proof, and the name typed (docs/decisions/erasure.md). */
import { read } from '#db/client.ts'
import { accountQuery } from '#db/roles.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayAdminister, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { asName, type Person } from '#domain/people/person.ts'
import { isFresh, type SignedIn } from '#server/access/session.ts'
import { eraseRows, type ErasureAnswer } from '#server/running/erase.ts'
import { rewriteFile } from '#server/running/erasure-log.ts'

export type ErasureRefusal = Exclude<ErasureAnswer, 'erased'> | 'oneself' | 'name' | 'not-fresh'

export type ErasureOutcome =
  /** `isClean`: the file was written anew as well; else the daily run does it. */
  | { readonly kind: 'erased'; readonly isClean: boolean }
  | { readonly kind: 'refused'; readonly why: ErasureRefusal }
  | NotAllowed

/** @param typed the name of the person, as a last look at whom it is about */
export async function eraseByAdministrator(
  by: Person,
  signedIn: SignedIn,
  id: string | undefined,
  typed: string,
  now: number,
): Promise<ErasureOutcome> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  const account = isUuid(id) ? await read(accountQuery(id)) : null
  if (!account || account.signInName.startsWith('erased:')) return NOT_ALLOWED
  if (account.id === by.id) return { kind: 'refused', why: 'oneself' }
  if (!isFresh(signedIn, now)) return { kind: 'refused', why: 'not-fresh' }
  if (asName(typed) !== asName(account.name)) return { kind: 'refused', why: 'name' }
  const answer = await eraseRows(account.id, by.id, now)
  if (answer !== 'erased') return { kind: 'refused', why: answer }
  return { kind: 'erased', isClean: await rewriteFile() }
}
