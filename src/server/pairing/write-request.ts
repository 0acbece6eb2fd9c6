/** A coordinator writes down a request for a mentor. */
import { findRequestByCode } from '#db/requests.ts'
import { WITNESSED_CONSENT, type ConsentWay } from '#domain/pairing/request.ts'
import type { Language } from '#domain/course/language.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { hashOfSecret } from '#server/access/secret.ts'
import { findProgramme, takesIn } from '#server/course/load-course.ts'
import {
  checkAnswers,
  withoutConsent,
  type AnswersForm,
  type RefusedAnswers,
} from './check-answers.ts'
import { insertNewRequest } from './insert-request.ts'
import { codeOfForm } from './request-code.ts'

export interface WrittenRequest extends AnswersForm {
  /** How consent was given; nothing is saved without. */
  readonly consent: ConsentWay | null
}

export type WriteRequest =
  /** `code`: for whoever asks, shown once. */
  | { readonly kind: 'written'; readonly request: string; readonly code: string }
  | RefusedAnswers
  /** The programme is archived. */
  | { readonly kind: 'closed' }
  | NotAllowed

/** The same form sent twice is saved once, and shows the same code. */
export async function writeRequest(
  by: Person,
  programme: string,
  language: Language,
  form: WrittenRequest,
  now: number,
): Promise<WriteRequest> {
  const known = findProgramme(programme, language)
  if (!known || !mayDecideIn(by, programme)) return NOT_ALLOWED
  if (!takesIn(programme, 'trainee')) return { kind: 'closed' }
  const consent = WITNESSED_CONSENT.find((one) => one === form.consent) ?? null
  if (!consent) return withoutConsent(known, form)
  const checked = checkAnswers(known, form)
  if (checked.kind === 'refused') return checked
  const code = await codeOfForm(form.id, now)
  const codeHash = hashOfSecret(code)
  const isKnown = async () => (await findRequestByCode(codeHash)) !== null
  const written = await insertNewRequest(
    {
      programme,
      codeHash,
      asker: 'coordinator',
      by: by.id,
      language,
      answers: checked.answers,
      consent,
    },
    isKnown,
    () => [],
    now,
  )
  const request = written ?? (await findRequestByCode(codeHash))?.id ?? ''
  return { kind: 'written', request, code }
}
