/** Before a change of what somebody may do, the person shows who they are (R23). */
import type { APIContext } from 'astro'
import { PASSKEY_FIELD } from '#domain/people/passkey.ts'
import type { Person } from '#domain/people/person.ts'
import { confirmPassword } from '#server/access/confirm-password.ts'
import { confirmPasskey } from '#server/access/confirm-passkey.ts'
import { confirmFactor } from '#server/access/confirm-factor.ts'
import { isFresh, type SignedIn } from '#server/access/session.ts'
import { factorProblem } from './factor.ts'
import { renew, whenceOf } from './let-in.ts'
import { tooManyWords } from './no-entry.ts'
import { several, typedIn } from './typed.ts'

/**
 * Before a change of what somebody may do, the person shows who they are, unless they just did (R23).
 * @returns words for the password field, or null when they may go on
 */
export async function problemWithProof(context: APIContext): Promise<string | null> {
  const { locals } = context
  const { signedIn, person, now, post, words } = locals
  if (!signedIn || !person || post.kind === 'none') return words.coordinate.passwordWrong
  if (isFresh(signedIn, now)) return null
  const [shown] = sentIn(post, PASSKEY_FIELD)
  if (shown) return problemWithPasskey(context, signedIn, person, shown)
  // Five minutes may end between opening a page and sending it: a field that was not there yet is no try.
  const [password] = sentIn(post, 'password')
  const { proofs } = signedIn
  if (proofs.passkey && !proofs.password && !proofs.code) return words.factor.proof.passkeyMissing
  if (proofs.code) return problemWithCode(context, signedIn, password ?? '')
  if (!password) return words.account.passwordMissing
  const answer = await confirmPassword(signedIn, person, password, whenceOf(context), now)
  if (answer.kind === 'confirmed') {
    if (answer.secret) await renew(context, answer.secret)
    return null
  }
  return answer.kind === 'wrong'
    ? words.coordinate.passwordWrong
    : tooManyWords(locals, answer.minutes)
}

/** The same for what is asked on a page of its own: '' where the password was not asked for yet. */
export async function proofFirst(context: APIContext): Promise<string | null> {
  const problem = await problemWithProof(context)
  const { post } = context.locals
  const wasAsked =
    post.kind === 'none' ||
    ['password', PASSKEY_FIELD].some((name) => sentIn(post, name).length > 0)
  return problem !== null && !wasAsked ? '' : problem
}

/** Where a second factor is asked for, its code stands in the place of the password. */
async function problemWithCode(
  context: APIContext,
  signedIn: SignedIn,
  typed: string,
): Promise<string | null> {
  const { locals } = context
  if (!typed.trim()) return locals.words.factor.problems.missing
  const answer = await confirmFactor(signedIn, typed, whenceOf(context), locals.now)
  if (answer.kind !== 'confirmed') return factorProblem(locals, answer)
  await renew(context, answer.secret)
  return null
}

async function problemWithPasskey(
  context: APIContext,
  signedIn: SignedIn,
  person: Person,
  answer: string,
): Promise<string | null> {
  const { locals } = context
  const confirmed = await confirmPasskey(signedIn, person, answer, whenceOf(context), locals.now)
  if (confirmed.kind === 'confirmed') {
    if (confirmed.secret) await renew(context, confirmed.secret)
    return null
  }
  return confirmed.kind === 'wrong'
    ? locals.words.factor.proof.passkeyWrong
    : tooManyWords(locals, confirmed.minutes)
}

/** None where the form had no such field. */
const sentIn = (post: App.Locals['post'], name: string): readonly string[] =>
  typedIn(post, { [name]: several }).values[name] ?? []

export const needsProof = ({ locals }: APIContext): boolean =>
  locals.signedIn === null || !isFresh(locals.signedIn, locals.now)
