/** A name that is misspelt, or that changed: corrected by its owner or for them, and who did it is written down. */
import { write, isTaken } from '#db/client.ts'
import { findPerson, updateName } from '#db/people.ts'
import { putFor, putOwn } from '#db/profiles.ts'
import { rolesOf } from '#db/roles.ts'
import { insertReissued, type SeenSignOff } from '#db/sign-offs.ts'
import {
  isOwn,
  mayCorrectName,
  mayDecideIn,
  NOT_ALLOWED,
  type NotAllowed,
} from '#domain/people/may.ts'
import {
  asName,
  isAdministrator,
  problemWithName,
  type NameProblem,
  type Person,
} from '#domain/people/person.ts'
import { audited } from '#server/trail/audited.ts'

export type NameOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problem: NameProblem }
  | NotAllowed

/** What was signed keeps the old name (docs/decisions/names.md). @param programme in which it is done; '' on the own page */
export async function correctName(
  by: Person,
  person: Pick<Person, 'id' | 'name' | 'signInName'>,
  typed: string,
  programme: string,
  now: number,
): Promise<NameOutcome> {
  if (!(await may(by, person.id))) return NOT_ALLOWED
  const name = asName(typed)
  const problem = problemWithName(name)
  if (problem) return { kind: 'refused', problem }
  if (name !== person.name)
    await write([
      updateName(person, name),
      // Never what it was: only that it is told.
      ...(by.id === person.id
        ? putOwn(person.id, 'name', '', now)
        : putFor(person.id, 'name', { value: '', before: '', by: by.id, at: now })),
      audited(now, by.id, 'name-corrected', person.id, programme),
    ])
  return { kind: 'done' }
}

/** Of others a coordinator corrects only who is or was in a programme of theirs, and reaches no further than they do. */
async function may(by: Person, id: string): Promise<boolean> {
  if (by.id === id || isAdministrator(by)) return true
  const account = await findPerson(id)
  if (!account || !mayCorrectName(by, account)) return false
  return (await rolesOf(id)).some(({ programme }) => mayDecideIn(by, programme))
}

/** The certificate of a sign-off in today's name; what was signed stays as it is. */
export async function issueAgain(
  mentor: Person,
  signOff: SeenSignOff,
  now: number,
): Promise<{ readonly kind: 'done' } | NotAllowed> {
  if (!isOwn(mentor, signOff)) return NOT_ALLOWED
  try {
    await write([
      insertReissued({ signOff: signOff.id, name: mentor.name, issuedAt: now }),
      audited(now, mentor.id, 'certificate-issued-again', mentor.id, signOff.programme),
    ])
  } catch (error) {
    if (!isTaken(error, 'reissued_certificates')) throw error
  }
  return { kind: 'done' }
}
