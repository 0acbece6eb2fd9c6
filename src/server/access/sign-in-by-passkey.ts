import { findPerson } from '#db/people.ts'
import { noteRefused, noteThrottled } from './note-entry.ts'
import { startSession } from './session.ts'
import { ageOf, type SignInAnswer } from './sign-in.ts'
import { reserveTry, type Whence } from './throttle.ts'
import { usePasskey } from './use-passkey.ts'

/** @param bound secret in a cookie of the browser that asked for the challenge; '' for none */
export async function signInByPasskey(
  typed: { readonly passkey: string; readonly shared: boolean },
  bound: string,
  whence: Whence,
  now: number,
): Promise<SignInAnswer> {
  const wish = { use: 'enter', bound } as const
  const reserve = (name: string) => reserveTry(whence, name, now)
  const used = await usePasskey(typed.passkey, wish, reserve, now)
  const tried = { way: 'passkey', person: used.person, whence } as const
  if (used.kind === 'too-many') {
    await noteThrottled(used, tried, now)
    return { kind: 'too-many', minutes: used.minutes }
  }
  if (used.kind === 'wrong') {
    await noteRefused(tried, now)
    return { kind: 'wrong' }
  }
  const person = await findPerson(used.person)
  if (!person) return { kind: 'wrong' }
  const age = ageOf(person, typed.shared)
  const secret = await startSession(
    person,
    age,
    { way: 'passkey', whence, held: used.heldUntil },
    now,
  )
  return { kind: 'signed-in', person, age, secret }
}
