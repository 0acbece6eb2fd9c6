/** Somebody asks about what is kept of them: to see what staff wrote, to have something put right, to be erased. */
import { GuardFailed, isTaken, read, write, type Query } from '#db/client.ts'
import {
  dataRequestQuery,
  guardNotAsked,
  insertDataAnswer,
  insertDataRequest,
} from '#db/data-requests.ts'
import { traineeProgrammesQuery } from '#db/roles.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { isOwn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import { programmesAs, type Person } from '#domain/people/person.ts'
import type { DataKind } from '#domain/people/own-data.ts'
import { TEXT_LENGTH } from '#domain/readiness/evidence-rules.ts'
import { audited } from '#server/trail/audited.ts'
import { newId } from '#server/trail/new-id.ts'

/** `none`: nothing of the kind is written about them. */
export type AskOutcome = { readonly kind: 'asked' } | { readonly kind: 'none' }

/** One request for each programme in which they are or were a trainee: its coordinators look at what they wrote. */
export async function askForNotes(by: Person, now: number): Promise<AskOutcome> {
  const programmes = await read(traineeProgrammesQuery(by.id))
  for (const programme of programmes) await ask(by, 'notes', programme, '', newId(now), now)
  return { kind: programmes.length > 0 ? 'asked' : 'none' }
}

export type CorrectionProblem = 'missing' | 'too-long' | 'waiting'

/** @param form what is wrong, as typed, and an id made with the form: sent twice it is asked once */
export async function askForCorrection(
  by: Person,
  form: { readonly id: string; readonly text: string },
  now: number,
): Promise<
  { readonly kind: 'asked' } | { readonly kind: 'refused'; readonly problem: CorrectionProblem }
> {
  const text = form.text.trim()
  if (!text) return { kind: 'refused', problem: 'missing' }
  if (text.length > TEXT_LENGTH) return { kind: 'refused', problem: 'too-long' }
  const [programme = ''] = programmesAs(by, 'trainee').sort()
  const id = isUuid(form.id) ? form.id : newId(now)
  const isNew = await ask(by, 'correction', programme, text, id, now)
  if (isNew) return { kind: 'asked' }
  const before = await read(dataRequestQuery(id))
  return before?.person === by.id && before.text === text
    ? { kind: 'asked' }
    : { kind: 'refused', problem: 'waiting' }
}

export async function askForErasure(by: Person, now: number): Promise<{ readonly kind: 'asked' }> {
  await ask(by, 'erasure', '', '', newId(now), now)
  return { kind: 'asked' }
}

/** @returns false where the same waits already, or was sent with this form */
async function ask(
  by: Person,
  kind: DataKind,
  programme: string,
  text: string,
  id: string,
  now: number,
): Promise<boolean> {
  try {
    await write([
      guardNotAsked(by.id, kind, programme),
      insertDataRequest({ id, person: by.id, kind, programme, text, at: now }),
      audited(now, by.id, `data-asked:${kind}`, by.id, programme),
    ])
    return true
  } catch (error) {
    if (error instanceof GuardFailed || isTaken(error, 'data_requests')) return false
    throw error
  }
}

/** Whoever asked does not want it any more. Where it was answered meanwhile, the answer stands. */
export async function takeBackDataRequest(
  by: Person,
  id: string,
  now: number,
): Promise<{ readonly kind: 'taken-back' } | NotAllowed> {
  const request = isUuid(id) ? await read(dataRequestQuery(id)) : null
  if (!request || !isOwn(by, request)) return NOT_ALLOWED
  const { programme } = request
  const queries: readonly Query[] = [
    insertDataAnswer({ request: id, answer: 'taken-back', text: '', by: by.id, at: now }),
    audited(now, by.id, 'data-taken-back', by.id, programme),
  ]
  try {
    await write(queries)
  } catch (error) {
    if (!isTaken(error, 'data_answers')) throw error
  }
  return { kind: 'taken-back' }
}
