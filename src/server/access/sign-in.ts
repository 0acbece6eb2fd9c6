import { write } from '#db/client.ts'
import {
  findByEmail,
  findBySignInName,
  findPerson,
  updatePassword,
  type PersonRow,
} from '#db/people.ts'
import { stillHeld } from '#domain/people/held.ts'
import { asSignInName, isStaff, type Person } from '#domain/people/person.ts'
import type { Age } from '#domain/people/session-age.ts'
import { noteRefused, noteThrottled } from './note-entry.ts'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'
import { startSession } from './session.ts'
import { releaseTry, reserveTry, type Whence } from './throttle.ts'

export type SignInAnswer =
  | {
      readonly kind: 'signed-in'
      readonly secret: string
      readonly age: Age
      readonly person: Person
    }
  | NoEntry

export type NoEntry =
  /** Nothing was tried. */
  | { readonly kind: 'missing'; readonly fields: readonly ('name' | 'password')[] }
  /** Unknown name, wrong password and disabled account are told in the same words. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-many'; readonly minutes: number }

export async function signIn(
  typed: { readonly name: string; readonly password: string; readonly shared: Shared },
  whence: Whence,
  now: number,
): Promise<SignInAnswer> {
  const fields = (['name', 'password'] as const).filter((field) => !typed[field].trim())
  if (fields.length > 0) return { kind: 'missing', fields }
  const row = await findAccount(typed.name)
  // One account has one count, by whichever of its names somebody tries.
  const tries = await reserveTry(whence, row?.signInName ?? typed.name, now)
  const tried = { way: 'password', person: row?.id ?? null, name: typed.name, whence } as const
  if (!tries.ok) {
    await noteThrottled(tries, tried, now)
    return { kind: 'too-many', minutes: tries.minutes }
  }
  const right = await verifyPassword(row?.passwordHash ?? null, typed.password)
  const person = right && row ? await findPerson(row.id) : null
  if (!row || !person) {
    await noteRefused(tried, now)
    return { kind: 'wrong' }
  }
  if (row.passwordHash && isOutdated(row.passwordHash))
    await write([updatePassword(row.id, await hashPassword(typed.password))])
  await releaseTry(tries)
  const age = ageOf(person, typed.shared)
  return {
    kind: 'signed-in',
    person,
    age,
    secret: await startSession(
      person,
      age,
      { way: 'password', whence, held: stillHeld(row.passwordHeldUntil, now) },
      now,
    ),
  }
}

/**
 * By sign-in name or, where it is one person's alone, by e-mail address: whoever only says that it is theirs keeps nobody out
 * who came in by what was mailed there.
 */
async function findAccount(typed: string): Promise<PersonRow | null> {
  const row = await findBySignInName(typed)
  if (row) return row
  const reached = await findByEmail(asSignInName(typed))
  const proven = reached.filter(({ hasProven }) => hasProven)
  const whose = proven.length ? proven : reached
  return whose.length === 1 ? (whose[0] ?? null) : null
}

/** `perhaps`: nobody said so, where it is better to be careful. Whoever is of the staff is out soon in any case. */
export type Shared = boolean | 'perhaps'

export function ageOf(person: Person, shared: Shared): Age {
  if (isStaff(person) && shared !== true) return 'staff'
  return shared ? 'shared' : 'trainee'
}
