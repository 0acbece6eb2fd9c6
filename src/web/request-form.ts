/** The form of a request for a mentor: what is read from it, and its problems in words. */
import type { APIContext } from 'astro'
import type { Pointed } from '#domain/pairing/free-text.ts'
import {
  CONSENT_WAYS,
  REACHED_BY,
  TELLABLE,
  WISHES,
  type ContactProblem,
  type RequestAnswers,
  type RequestProblem,
} from '#domain/pairing/request.ts'
import { readCode } from '#domain/people/code.ts'
import { CONTACT_WAYS, SPOKEN_LANGUAGES } from '#domain/readiness/offer.ts'
import type { AskWords } from '#i18n/en/ask.ts'
import type { RequestsWords } from '#i18n/en/requests.ts'
import type { AnswersForm } from '#server/pairing/check-answers.ts'
import { OPEN_MINUTES } from '#server/pairing/own-request.ts'
import { settings } from '#settings.ts'
import { cookieNamed, isSecure } from './cookies.ts'
import { among, line, shownThen, someOf, text, ticked, typedIn, uuid, type Typed } from './typed.ts'

const fieldsOf = (areas: readonly string[]) => ({
  id: uuid,
  initials: line,
  languages: someOf(SPOKEN_LANGUAGES),
  ways: someOf(CONTACT_WAYS),
  times: text,
  place: text,
  areas: someOf(areas),
  hopes: text,
  wouldNotWork: text,
  wishes: someOf(WISHES),
  told: someOf(TELLABLE),
  consent: among(CONSENT_WAYS),
  reachedBy: among(REACHED_BY),
  contact: line,
  /** Words that were pointed out when the form was sent before, one a line, and that they may stay. */
  pointed: text,
  sure: ticked,
  /** How many versions there were when the form was opened. */
  seen: shownThen,
})

export interface TypedRequest {
  readonly form: Typed<ReturnType<typeof fieldsOf>>
  /** @param id of the form, where it carries none */
  answersForm(id: string): AnswersForm
  /** Says what a verb found, by field. */
  refuse(found: {
    readonly problems: readonly RequestProblem[]
    readonly pointed: readonly Pointed[]
  }): void
  refuseContact(found: readonly ContactProblem[], words: AskWords): void
  /** What the page asks about once more: words that may stay, one a line; '' for none. */
  toConfirm(): string
}

/** @param areas slugs of the programme @param fresh what stands in the fields before anything was sent */
export function typedRequest(
  post: App.Locals['post'],
  areas: readonly string[],
  t: RequestsWords,
  fresh: Partial<RequestAnswers> = {},
): TypedRequest {
  const form = typedIn(post, fieldsOf(areas), fresh)
  const { values, problems } = form
  const before = values.pointed.split(/\r?\n/).filter(Boolean)
  let asked = values.sure ? [] : before
  return {
    form,
    answersForm: (id) => ({
      id: values.id || id,
      answers: values,
      confirmed: values.sure ? before : [],
    }),
    refuse({ problems: wrong, pointed }) {
      for (const one of wrong) problems[fieldOf(one)] ??= t.problems[one]
      for (const { field, found } of pointed)
        problems[field] ??= found.map(({ kind, words }) => t.pointed[kind](words)).join('. ')
      const open = pointed.flatMap((one) => (one.isRefused ? [] : one.found))
      asked = open.map(({ words }) => words)
      // What was confirmed stays so, when something else is to be mended.
      if (values.sure) asked.push(...before)
    },
    refuseContact(found, { contactProblems }) {
      for (const one of found)
        problems[one.startsWith('r') ? 'reachedBy' : 'contact'] ??= contactProblems[one]
    },
    toConfirm: () => [...new Set(asked)].join('\n'),
  }
}

/** The part before the last hyphen of the problem is the field that it belongs to. */
const fieldOf = (problem: RequestProblem): string =>
  problem.replace(/-(missing|malformed|too-many|too-long)$/, '')

/** Where the code of a request is typed, as it is read aloud. */
export const codeAddress = (): string => `${settings().origin.replace(/^https?:\/\//, '')}/ask/code`

const passName = (): string => cookieNamed('request')
const codeName = (): string => cookieNamed('request-code')
/** As long as its page may be looked at again: enough to print it. */
const CODE_MINUTES = 10

const optionsFor = (minutes: number) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: isSecure(),
  path: '/',
  maxAge: minutes * 60,
})

/** What a browser keeps of a request that was opened by its code. */
export const passOf = ({ cookies }: APIContext): string => cookies.get(passName())?.value ?? ''
export const keepPass = ({ cookies }: APIContext, pass: string): void =>
  cookies.set(passName(), pass, optionsFor(OPEN_MINUTES))
export const dropPass = ({ cookies }: APIContext): void => cookies.delete(passName(), optionsFor(0))

/** The code of a request that was just sent: never in an address. Null for anything else that a browser says. */
export const codeOf = ({ cookies }: APIContext): string | null =>
  readCode(cookies.get(codeName())?.value ?? '')
export const keepCode = ({ cookies }: APIContext, code: string): void =>
  cookies.set(codeName(), code, optionsFor(CODE_MINUTES))
export const dropCode = ({ cookies }: APIContext): void => cookies.delete(codeName(), optionsFor(0))
