/** An administrator who forgot the password, and whom no other one can help, shows two recovery codes. */
import { GuardFailed, write } from '#db/client.ts'
import { findRecoveryCodes, takeRecoveryCode } from '#db/factors.ts'
import { findBySignInName, findPerson } from '#db/people.ts'
import { readingsOf } from '#domain/people/code.ts'
import { CODES_FOR_PASSWORD } from '#domain/people/factor.ts'
import { isAdministrator, type Person } from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'
import { prepareWayIn, type MadeLinkMail } from './make-link.ts'
import { noteRefused, noteThrottled, securityEvent } from './note-entry.ts'
import { hashOfSecret } from './secret.ts'
import { releaseTry, reserveTry, type Whence } from './throttle.ts'

export type RecoverAnswer =
  /** Where a new password is chosen; the second step is asked for after it, as always. */
  | { readonly kind: 'recovered'; readonly url: string }
  /** Unknown, no administrator, wrong, used, the same one twice: told in the same words. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly minutes: number }

export async function recoverByCodes(
  typed: { readonly name: string; readonly codes: readonly string[] },
  mail: (person: Person) => Promise<MadeLinkMail | null>,
  whence: Whence,
  now: number,
): Promise<RecoverAnswer> {
  const row = await findBySignInName(typed.name)
  const tries = await reserveTry(whence, row?.signInName ?? typed.name, now)
  const tried = {
    ...({ way: 'recovery-code', person: row?.id ?? null, name: typed.name, whence } as const),
  }
  if (!tries.ok) {
    await noteThrottled(tries, tried, now)
    return { kind: 'too-many', minutes: tries.minutes }
  }
  const person = row ? await findPerson(row.id) : null
  const unused = await unusedOf(person?.id ?? '', typed.codes)
  if (!person || !isAdministrator(person) || unused.length !== CODES_FOR_PASSWORD) {
    await noteRefused(tried, now)
    return { kind: 'wrong' }
  }
  const link = prepareWayIn(
    { kind: 'reset', person: person.id, createdBy: null },
    now,
    await mail(person),
  )
  try {
    await write([
      ...unused.flatMap((id) => takeRecoveryCode(id, now)),
      ...link.queries,
      securityEvent('factor-shown', { person: person.id, way: 'recovery-code' }, whence, now),
      audited(now, person.id, 'recovery-codes-used', person.id, ''),
    ])
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    await noteRefused(tried, now)
    return { kind: 'wrong' }
  }
  await releaseTry(tries)
  return { kind: 'recovered', url: link.url }
}

/** Ids of different ones that nobody used. */
async function unusedOf(person: string, codes: readonly string[]): Promise<readonly string[]> {
  const found = await findRecoveryCodes(
    person,
    codes.flatMap((code) => readingsOf(code).map(hashOfSecret)),
  )
  return found.filter(({ usedAt }) => usedAt === null).map(({ id }) => id)
}
