/** Somebody offers to mentor. */
import { findSentApplication, insertApplication } from '#db/applications.ts'
import { reserveAttempt } from '#db/attempts.ts'
import { write, isTaken } from '#db/client.ts'
import type { Language } from '#domain/course/language.ts'
import {
  problemsWithApplication,
  type ApplicationForm,
  type ApplicationProblem,
} from '#domain/people/application.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { networkOf } from '#domain/people/network.ts'
import { takesIn } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'
import { hashOfSecret } from '#server/access/secret.ts'

export type ApplyOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly problems: readonly ApplicationProblem[] }
  | { readonly kind: 'too-many'; readonly minutes: number }
  /** The programme takes nobody in. */
  | { readonly kind: 'closed' }

const HOUR = 3_600_000
/** From one address in an hour: a clinic's network may hold many people. */
const MOST = 10

/** The same form sent twice is saved once. @param form.id made with the form */
export async function apply(
  programme: string,
  language: Language,
  form: ApplicationForm & { readonly id: string },
  address: string,
  now: number,
): Promise<ApplyOutcome> {
  if (!takesIn(programme, 'trainee')) return { kind: 'closed' }
  const problems = problemsWithApplication(form)
  if (problems.length) return { kind: 'refused', problems }
  const tries = await reserveAttempt(`apply ${hashOfSecret(networkOf(address))}`, HOUR, now)
  if (tries.count > MOST)
    return {
      kind: 'too-many',
      minutes: Math.max(1, Math.ceil((tries.windowEndsAt - now) / 60_000)),
    }
  const { why, experience, areas, notAreas, languages, times, access } = form
  const answers = { why, experience, areas, notAreas, languages, times, access }
  const row = {
    programme,
    name: form.name.trim(),
    contact: form.contact.trim(),
    language,
    answers: JSON.stringify(answers),
    sentAt: now,
  }
  const id = isUuid(form.id) ? form.id : newId(now)
  if (await insert({ ...row, id })) return { kind: 'sent' }
  // Changed after its answer was lost: what was sent first stands, and this is one more.
  if (!(await isSaved(id, row))) await insert({ ...row, id: newId(now) })
  return { kind: 'sent' }
}

/** @returns false where this id is saved already */
async function insert(row: Parameters<typeof insertApplication>[0]): Promise<boolean> {
  try {
    await write([insertApplication(row), audited(row.sentAt, '', 'applied', row.id, row.programme)])
    return true
  } catch (error) {
    if (!isTaken(error, 'applications')) throw error
    return false
  }
}

type Sent = Pick<Parameters<typeof insertApplication>[0], 'name' | 'contact' | 'answers'>

async function isSaved(id: string, { name, contact, answers }: Sent): Promise<boolean> {
  const saved = await findSentApplication(id)
  return saved?.name === name && saved.contact === contact && saved.answers === answers
}
