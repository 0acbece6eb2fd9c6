/** The second step of signing in: until it is done a session is nobody's, and no page knows who holds it. */
import type { APIContext } from 'astro'
import { PASSKEY_FIELD } from '#domain/people/passkey.ts'
import { confirmFactor, type FactorAnswer } from '#server/access/confirm-factor.ts'
import { confirmPasskey } from '#server/access/confirm-passkey.ts'
import type { WhoAsks } from '#server/access/session.ts'
import { hasWords, sealWords } from '#server/forms/sealed-words.ts'
import { seeOther } from './answers.ts'
import { renew, whenceOf } from './let-in.ts'
import { tooManyWords } from './no-entry.ts'
import { text, typedIn } from './typed.ts'

/** The field in which somebody types a code of their second factor to come in. */
const FACTOR_FIELD = 'factor'

/** On the page that keeps a form: that it brings the second step. */
export const AGAIN_STEP = 'again-step'

export interface StepProblem {
  readonly field: typeof FACTOR_FIELD | typeof PASSKEY_FIELD
  readonly words: string
  readonly status: 401 | 422 | 429
}

/** Takes the code or the passkey that was posted. @returns null where they are in from here on */
export async function takeFactor(
  context: APIContext,
  { signedIn, person }: WhoAsks,
): Promise<StepProblem | null> {
  const { locals } = context
  if (locals.post.kind === 'none') return null
  const form = typedIn(locals.post, { [FACTOR_FIELD]: text, [PASSKEY_FIELD]: text })
  const { factor: typed, passkey } = form.values
  const [whence, now] = [whenceOf(context), locals.now]
  if (passkey) {
    const answer = await confirmPasskey(signedIn, person, passkey, whence, now)
    if (answer.kind === 'confirmed' && answer.secret) {
      await renew(context, answer.secret)
      return null
    }
    const isTooMany = answer.kind === 'too-many'
    return {
      field: PASSKEY_FIELD,
      words: isTooMany ? tooManyWords(locals, answer.minutes) : locals.words.passkeys.wrong,
      status: isTooMany ? 429 : 401,
    }
  }
  if (!typed.trim())
    return { field: FACTOR_FIELD, words: locals.words.factor.problems.missing, status: 422 }
  const answer = await confirmFactor(signedIn, typed, whence, now)
  if (answer.kind === 'confirmed') {
    await renew(context, answer.secret)
    return null
  }
  return {
    field: FACTOR_FIELD,
    words: factorProblem(locals, answer),
    status: answer.kind === 'too-many' ? 429 : answer.kind === 'malformed' ? 422 : 401,
  }
}

export const factorProblem = (
  locals: App.Locals,
  answer: Exclude<FactorAnswer, { kind: 'confirmed' }>,
): string =>
  answer.kind === 'too-many'
    ? tooManyWords(locals, answer.minutes)
    : locals.words.factor.problems[answer.kind]

/** What whoever of the staff needs a second factor and has none may still do: set one up, and leave. */
const SET_UP = '/ways-in/factor'
const MEANWHILE =
  /^\/(ways-in\/(factor|passkeys)(\/|$)|api\/passkey$|(sign-out|language|display|accessibility|privacy|somebody-else|signed-out)\/?$)/

/**
 * @returns where they are led instead, or null; `waits`: what they posted is in `locals.waiting`, locked for them, and a page
 * says so (docs/decisions/unsent.md)
 */
export async function setUpFirst({
  locals,
  url,
  request,
}: APIContext): Promise<Response | 'waits' | null> {
  const { signedIn, person, post, path, now } = locals
  if (signedIn?.factor !== 'to-set-up' || MEANWHILE.test(url.pathname)) return null
  if (url.pathname.startsWith('/api/'))
    return new Response(JSON.stringify({ error: 'second-factor' }), {
      status: 403,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    })
  if (request.method === 'GET') return seeOther(`${SET_UP}?to=${encodeURIComponent(path)}`)
  // It is kept as it came: nothing of it is read (eslint.config.js).
  if (!person || post.kind === 'none' || !hasWords(post.form)) return seeOther(SET_UP)
  const sealed = await sealWords({ owner: person.id, path }, post.form, now)
  locals.waiting = { sealed, name: '', code: '', problem: null }
  return 'waits'
}
