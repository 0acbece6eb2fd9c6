/** Somebody asks for a mentor by the public form: for themselves, or as staff of a facility. */
import { reserveAttempt } from '#db/attempts.ts'
import { GuardFailed, write } from '#db/client.ts'
import { listAskable } from '#db/programme-rules.ts'
import { putRequestContact } from '#db/request-contacts.ts'
import { findRequestByCode, guardNotEnded, insertRequestVersion } from '#db/requests.ts'
import {
  problemsWithContact,
  WITNESSED_CONSENT,
  type Asker,
  type ConsentWay,
  type ContactForm,
  type ContactProblem,
  type RequestAnswers,
} from '#domain/pairing/request.ts'
import type { Language } from '#domain/course/language.ts'
import { networkOf } from '#domain/people/network.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import { findOpenProgramme, openProgrammes } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import {
  checkAnswers,
  withoutConsent,
  type AnswersForm,
  type RefusedAnswers,
} from './check-answers.ts'
import { insertNewRequest } from './insert-request.ts'
import { codeOfForm } from './request-code.ts'

/** Who may ask there by themselves. */
export type PublicAsker = Exclude<Asker, 'coordinator'>

export interface AskForm extends AnswersForm, ContactForm {
  readonly asker: PublicAsker
  readonly consent: ConsentWay | null
}

export type Ask =
  /** `code`: shown once. */
  | { readonly kind: 'sent'; readonly code: string }
  | (RefusedAnswers & { readonly contact: readonly ContactProblem[] })
  | { readonly kind: 'too-many'; readonly minutes: number }
  /** The programme takes no such requests. */
  | { readonly kind: 'closed' }

const HOUR = 3_600_000
/** From one network in an hour: a clinic's may hold many people. */
const MOST = 10

/** Programmes where people and facilities may ask by themselves. */
export async function askableProgrammes(language: Language): Promise<Programme[]> {
  const askable = await listAskable()
  return openProgrammes(language).filter(({ slug }) => askable.includes(slug))
}

/** The same form sent twice is one request with one code; changed between, it is corrected. */
export async function askForMentor(
  programme: string,
  language: Language,
  form: AskForm,
  address: string,
  now: number,
): Promise<Ask> {
  const known = findOpenProgramme(programme, language)
  if (!known || !(await listAskable()).includes(programme)) return { kind: 'closed' }
  const contact = problemsWithContact(form)
  const consent = consentIn(form)
  const checked = consent ? checkAnswers(known, form) : withoutConsent(known, form)
  if (checked.kind === 'refused') return { ...checked, contact }
  if (!consent || !form.reachedBy || contact.length)
    return { kind: 'refused', problems: [], pointed: [], contact }
  const tries = await reserveAttempt(`ask ${hashOfSecret(networkOf(address))}`, HOUR, now)
  if (tries.count > MOST)
    return {
      kind: 'too-many',
      minutes: Math.max(1, Math.ceil((tries.windowEndsAt - now) / 60_000)),
    }
  const code = await codeOfForm(form.id, now)
  const codeHash = hashOfSecret(code)
  const reached = { way: form.reachedBy, contact: form.contact.trim(), at: now }
  const { answers } = checked
  const asked = { programme, codeHash, asker: form.asker, by: '', language, answers, consent }
  const made = await insertNewRequest(
    asked,
    async () => (await findRequestByCode(codeHash)) !== null,
    (request) => [putRequestContact({ request, ...reached })],
    now,
  )
  if (made === null) await sentAgain(programme, codeHash, answers, reached, now)
  return { kind: 'sent', code }
}

/** Whoever asks for themselves consents by sending it; for others it was said or written. */
const consentIn = ({ asker, consent }: AskForm): ConsentWay | null =>
  asker === 'person'
    ? consent === 'own-form'
      ? consent
      : null
    : (WITNESSED_CONSENT.find((one) => one === consent) ?? null)

async function sentAgain(
  programme: string,
  codeHash: string,
  answers: RequestAnswers,
  reached: {
    readonly way: NonNullable<ContactForm['reachedBy']>
    readonly contact: string
    readonly at: number
  },
  now: number,
): Promise<void> {
  const request = await findRequestByCode(codeHash)
  if (!request || JSON.stringify(request.answers) === JSON.stringify(answers)) return
  const { id } = request
  try {
    await write([
      guardNotEnded(id),
      insertRequestVersion({ id: newId(now), request: id, answers, by: '', at: now }),
      putRequestContact({ request: id, ...reached }),
      audited(now, '', 'request-corrected', id, programme),
    ])
  } catch (error) {
    // What was ended meanwhile stays as it was.
    if (!(error instanceof GuardFailed)) throw error
  }
}
