/** The page that lets people in: which way they take, and what became of it. */
import type { APIContext } from 'astro'
import { mailCode } from '#server/access/mail-code.ts'
import { openByCode } from '#server/access/open-by-code.ts'
import { signIn } from '#server/access/sign-in.ts'
import { useLink } from '#server/access/use-link.ts'
import { inGroups } from '#domain/people/code.ts'
import { settings } from '#settings.ts'
import { localPath, seeOther } from './answers.ts'
import { askedOptions, askedCookieName } from './asked-here.ts'
import { beginning, homeOf } from './enter.ts'
import { letIn, rememberWay, WAYS, wayBefore, whenceOf, type Way } from './let-in.ts'
import { mailedCode } from './mail-words.ts'
import { codeProblem, noEntryWords, statusOf, tooManyWords } from './no-entry.ts'
import { enterByPasskey, noPasskeyEntryWords } from './passkey.ts'
import { rememberLanguageHere } from './speak.ts'
import { among, several, text, ticked, typedIn } from './typed.ts'

const FIELDS = {
  way: among(WAYS),
  code: text,
  email: text,
  name: text,
  password: text,
  passkey: text,
  shared: ticked,
}

/** What is taken without mail. */
export const waysHere = (): readonly Way[] =>
  settings().mail ? WAYS : WAYS.filter((way) => way !== 'mail')

export interface SignInForm {
  readonly way: Way
  readonly others: readonly Way[]
  readonly form: ReturnType<typeof typedIn<typeof FIELDS>>
  readonly status: number
}

/** The form, or where somebody goes who is in. */
export async function signInHere(context: APIContext): Promise<SignInForm | Response> {
  const { locals, url } = context
  const form = typedIn(locals.post, FIELDS)
  const way = wayTaken(context, form.values.way)
  const shown = { way, others: waysHere().filter((one) => one !== way), form }
  if (!form.isSent) return { ...shown, status: 200 }
  const refused = (status: number): SignInForm => ({ ...shown, status })
  const to = localPath(url.searchParams.get('to'), '')
  const { code, email, passkey, shared } = form.values
  if (passkey) {
    const answer = await enterByPasskey(context, { passkey, shared })
    if (answer.kind === 'signed-in') {
      await letIn(context, answer)
      return seeOther(to || homeOf(answer.person))
    }
    Object.assign(form.problems, noPasskeyEntryWords(locals, answer))
    return refused(statusOf(answer))
  }
  if (way === 'code') {
    const taken = await takeCode(context, code, shared)
    if (taken.kind === 'in') return seeOther(to || taken.to)
    form.problems['code'] = taken.problem
    return refused(taken.status)
  }
  if (way === 'mail') {
    const answer = await mailCode(email, whenceOf(context), mailedCode, locals.now)
    if (answer.kind === 'asked') {
      context.cookies.set(askedCookieName(), answer.asked, askedOptions())
      return seeOther(`/sign-in?way=code&asked=1${to && `&to=${encodeURIComponent(to)}`}`)
    }
    const t = locals.words.ways
    form.problems['email'] =
      answer.kind === 'too-many'
        ? tooManyWords(locals, answer.minutes)
        : answer.kind === 'no-mail'
          ? t.mailNone
          : t.mailMalformed
    return refused(answer.kind === 'too-many' ? 429 : 422)
  }
  const answer = await signIn(form.values, whenceOf(context), locals.now)
  if (answer.kind === 'signed-in') {
    await letIn(context, answer)
    rememberWay(context, answer.age, 'password')
    return seeOther(to || homeOf(answer.person))
  }
  Object.assign(form.problems, noEntryWords(locals, answer))
  return refused(statusOf(answer))
}

/** The one that was sent, or asked for; else the one by which somebody came in here last; else a code. */
function wayTaken(context: APIContext, sent: Way | null): Way {
  const { post } = context.locals
  const named = typedIn(post, { name: several }).values.name.length > 0 ? 'password' : null
  const asked = context.url.searchParams.get('way')
  const wished = sent ?? named ?? WAYS.find((way) => way === asked) ?? wayBefore(context)
  return waysHere().find((way) => way === wished) ?? 'code'
}

type TakenCode =
  | { readonly kind: 'in'; readonly to: string }
  | { readonly kind: 'refused'; readonly problem: string; readonly status: 422 | 429 }

/**
 * A code that was typed, on whichever page: it lets in, or a line says why not. Where an invitation asks for more than a
 * press, of staff or beside somebody who is in, it leads there.
 */
export async function takeCode(
  context: APIContext,
  typed: string,
  shared: boolean,
): Promise<TakenCode> {
  const { locals } = context
  const opened = await openByCode(typed, shared, whenceOf(context), locals.now)
  if (opened.kind === 'invited') {
    const joined =
      opened.role === 'trainee' && !locals.person && (await join(context, opened.code, shared))
    return {
      kind: 'in',
      to: joined || `/join/${inGroups(opened.code)}${shared ? '?shared=1' : ''}`,
    }
  }
  if (opened.kind === 'joined') {
    await letIn(context, opened)
    rememberWay(context, opened.age, 'code')
    return { kind: 'in', to: homeOf(opened.person) }
  }
  return {
    kind: 'refused',
    problem: codeProblem(locals, opened),
    status: opened.kind === 'too-many' ? 429 : 422,
  }
}

/** A trainee's invitation, typed: nothing is left to press. @returns where they begin; null where it must be looked at */
async function join(context: APIContext, code: string, shared: boolean): Promise<string | null> {
  const { cookies, locals } = context
  const spoken = cookies.has('language') ? { language: locals.language } : {}
  const form = { shared, isTyped: true, ...spoken }
  const answer = await useLink(code, form, whenceOf(context), locals.now)
  if (answer.kind !== 'joined') return null
  await letIn(context, answer)
  rememberLanguageHere(context, answer.person.language)
  return beginning(locals)
}
