/** A coordinator corrects what a request says: a new version; the old ones stay. */
import { GuardFailed, isTaken, write, type Query } from '#db/client.ts'
import { findRequest, guardNotEnded, guardVersions, insertRequestVersion } from '#db/requests.ts'
import { NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import { loadProgramme } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'
import { checkAnswers, type AnswersForm, type RefusedAnswers } from './check-answers.ts'

export interface CorrectedAnswers extends AnswersForm {
  /** How many versions there were when the form was opened. */
  readonly seen: number
}

export type CorrectRequest =
  | { readonly kind: 'saved' }
  /** Somebody else corrected or ended it since. */
  | { readonly kind: 'meanwhile' }
  | RefusedAnswers
  | NotAllowed

export async function correctRequest(
  by: Person,
  id: string,
  form: CorrectedAnswers,
  now: number,
): Promise<CorrectRequest> {
  const request = await findRequest(id, programmesAs(by, 'coordinator'))
  if (!request || request.end) return NOT_ALLOWED
  return saveVersion(request, by.id, form, now)
}

/** @param by person id; '' for whoever asked @param more what is written with it */
export async function saveVersion(
  request: { readonly id: string; readonly programme: string },
  by: string,
  form: CorrectedAnswers,
  now: number,
  more: readonly Query[] = [],
): Promise<Exclude<CorrectRequest, NotAllowed>> {
  const { id, programme } = request
  const checked = checkAnswers(loadProgramme(programme, 'en'), form)
  if (checked.kind === 'refused') return checked
  try {
    await write([
      guardNotEnded(id),
      guardVersions(id, form.id, form.seen),
      insertRequestVersion({ id: form.id, request: id, answers: checked.answers, by, at: now }),
      ...more,
      audited(now, by, 'request-corrected', id, programme),
    ])
    return { kind: 'saved' }
  } catch (error) {
    if (error instanceof GuardFailed) return { kind: 'meanwhile' }
    // The same form, sent twice.
    if (!isTaken(error, 'request_versions')) throw error
    return { kind: 'saved' }
  }
}
