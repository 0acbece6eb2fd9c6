/** What somebody asked about what is kept of them is answered, and they are told. */
import { isTaken, read, write } from '#db/client.ts'
import {
  dataRequestQuery,
  insertDataAnswer,
  insertDataReviews,
  type DataRequest,
} from '#db/data-requests.ts'
import {
  mayAdminister,
  mayAnswerData,
  mayReleaseNotes,
  NOT_ALLOWED,
  type NotAllowed,
} from '#domain/people/may.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { Person } from '#domain/people/person.ts'
import { TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import { tellOwner, type ToOwner } from '#server/access/tell-owner.ts'
import { audited } from '#server/trail/audited.ts'
import { AT_ONCE, rowsToReview } from './rows-to-review.ts'

/** Null where they have no address. */
export type AnsweredMail = (request: DataRequest) => ToOwner | null

export type AnswerProblem = 'outcome-missing' | 'text-missing' | 'too-long' | 'answered'
export type AnswerOutcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'refused'; readonly problem: AnswerProblem }
  | NotAllowed

/** A correction, by a coordinator or an administrator; an erasure that is not done, by an administrator. */
export async function answerDataRequest(
  by: Person,
  id: string | undefined,
  form: { readonly answer: 'done' | 'not-done' | null; readonly text: string },
  mail: AnsweredMail,
  now: number,
): Promise<AnswerOutcome> {
  const request = isUuid(id) ? await read(dataRequestQuery(id)) : null
  if (!request || !mayAnswerData(by, request)) return NOT_ALLOWED
  if (request.kind === 'notes') return NOT_ALLOWED
  if (request.kind === 'erasure' && !mayAdminister(by)) return NOT_ALLOWED
  // That somebody was erased is said by nothing but the act.
  const answer = request.kind === 'erasure' ? 'not-done' : form.answer
  const text = form.text.trim()
  if (request.answer) return { kind: 'refused', problem: 'answered' }
  if (!answer) return { kind: 'refused', problem: 'outcome-missing' }
  if (answer === 'not-done' && !text) return { kind: 'refused', problem: 'text-missing' }
  if (text.length > TEXT_LENGTH) return { kind: 'refused', problem: 'too-long' }
  try {
    await write([
      insertDataAnswer({ request: request.id, answer, text, by: by.id, at: now }),
      audited(now, by.id, `data-answered:${answer}`, request.person, request.programme),
      ...tellOwner(mail(request), now),
    ])
  } catch (error) {
    if (!isTaken(error, 'data_answers')) throw error
    return { kind: 'refused', problem: 'answered' }
  }
  return { kind: 'answered' }
}

/** By `what:subject` of a row. */
export type Decisions = Readonly<
  Record<string, { readonly isHeld: boolean | null; readonly reason: string }>
>
export type ReviewProblem = 'undecided' | 'reason-missing' | 'reason-long'
const REASON_LENGTH = 1000

export type ReviewOutcome =
  /** `left`: more rows come after these. */
  | { readonly kind: 'reviewed'; readonly left: boolean }
  | { readonly kind: 'refused'; readonly problems: Readonly<Record<string, ReviewProblem>> }
  /** Somebody else decided or answered meanwhile. */
  | { readonly kind: 'changed' }
  | NotAllowed

/** Each row that was shown is released or held back with a reason; when none is left, whoever asked is told. */
export async function reviewNotes(
  by: Person,
  id: string | undefined,
  decisions: Decisions,
  mail: AnsweredMail,
  now: number,
): Promise<ReviewOutcome> {
  const request = isUuid(id) ? await read(dataRequestQuery(id)) : null
  if (request?.kind !== 'notes' || !mayReleaseNotes(by, request)) return NOT_ALLOWED
  if (request.answer) return { kind: 'changed' }
  const all = await rowsToReview(request)
  const shown = all.slice(0, AT_ONCE)
  const problems: Record<string, ReviewProblem> = {}
  const rows = shown.map(({ what, subject }) => {
    const name = `${what}:${subject}`
    const { isHeld = null, reason = '' } = decisions[name] ?? {}
    if (isHeld === null) problems[name] = 'undecided'
    else if (isHeld && !reason.trim()) problems[name] = 'reason-missing'
    else if (reason.length > REASON_LENGTH) problems[name] = 'reason-long'
    return {
      request: request.id,
      what,
      subject,
      isHeld: isHeld === true,
      reason: isHeld ? reason.trim() : '',
      by: by.id,
      at: now,
    }
  })
  if (Object.keys(problems).length > 0) return { kind: 'refused', problems }
  const left = all.length > shown.length
  try {
    await write([
      ...(rows.length ? [insertDataReviews(rows)] : []),
      audited(now, by.id, 'notes-released', request.person, request.programme),
      ...(left
        ? []
        : [
            insertDataAnswer({ request: request.id, answer: 'done', text: '', by: by.id, at: now }),
            audited(now, by.id, 'data-answered:done', request.person, request.programme),
            ...tellOwner(mail(request), now),
          ]),
    ])
  } catch (error) {
    if (isTaken(error, 'data_answers') || isTaken(error, 'data_reviews')) return { kind: 'changed' }
    throw error
  }
  return { kind: 'reviewed', left }
}
