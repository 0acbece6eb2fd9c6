/** Passkeys at the door: the browser that asked is the one that answers, and what is said when it is not right. */
import type { APIContext } from 'astro'
import { beginSignIn, type Begun } from '#server/access/begin-passkey.ts'
import { newSecret } from '#server/access/secret.ts'
import { cookieOptions } from '#server/access/session.ts'
import type { SignInAnswer } from '#server/access/sign-in.ts'
import { signInByPasskey } from '#server/access/sign-in-by-passkey.ts'
import { cookieNamed } from './cookies.ts'
import { whenceOf } from './let-in.ts'
import { tooManyWords } from './no-entry.ts'

/** It says nothing of anybody, and goes with the browser's window. */
const cookieName = (): string => cookieNamed('alongside-passkey')

export function beginAtTheDoor({ cookies, locals }: APIContext): Promise<Begun> {
  const secret = newSecret()
  cookies.set(cookieName(), secret, cookieOptions('shared'))
  return beginSignIn(secret, locals.now)
}

export async function enterByPasskey(
  context: APIContext,
  typed: { readonly passkey: string; readonly shared: boolean },
): Promise<SignInAnswer> {
  const { cookies, locals } = context
  const bound = cookies.get(cookieName())?.value ?? ''
  const answer = await signInByPasskey(typed, bound, whenceOf(context), locals.now)
  if (answer.kind === 'signed-in') cookies.delete(cookieName(), cookieOptions('shared'))
  return answer
}

/** By field, as `noEntryWords` says it of a password. */
export const noPasskeyEntryWords = (
  locals: App.Locals,
  answer: Exclude<SignInAnswer, { kind: 'signed-in' }>,
): Record<string, string> => ({
  passkey:
    answer.kind === 'too-many' ? tooManyWords(locals, answer.minutes) : locals.words.passkeys.wrong,
})
