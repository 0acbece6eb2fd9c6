import { findPerson } from '#db/people.ts'
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
  if (used.kind !== 'right') return used
  const person = await findPerson(used.person)
  if (!person) return { kind: 'wrong' }
  const age = ageOf(person, typed.shared)
  const secret = await startSession(person.id, age, now, whence.session, used.heldUntil)
  return { kind: 'signed-in', person, age, secret }
}
