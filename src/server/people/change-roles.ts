/** Who does what where. Every change acts on the next request, because roles are read with each one (R17). */
import { deleteCalendarFeed } from '#db/calendar-feeds.ts'
import { GuardFailed, write, type Query } from '#db/client.ts'
import { withdrawLinksOf } from '#db/links.ts'
import {
  guardActs,
  guardAnotherAdministrator,
  guardCohortOf,
  guardEnded,
  guardHasRole,
  guardIsHere,
  guardNoTraineeElsewhere,
} from '#db/role-guards.ts'
import { endRole, grantRole, restoreRole, updateCohortOf, updateDisabled } from '#db/roles.ts'
import {
  mayAdminister,
  mayChangeRole,
  mayDecideIn,
  mayMove,
  NOT_ALLOWED,
  type NotAllowed,
} from '#domain/people/may.ts'
import type { Person, Role } from '#domain/people/person.ts'
import { takesIn } from '#server/course/load-course.ts'
import { audited } from '#server/trail/audited.ts'

export type RoleOutcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused'
      readonly reason:
        'reason-missing' | 'reason-too-long' | 'oneself' | 'last-administrator' | 'not-now'
    }
  | NotAllowed

const done: RoleOutcome = { kind: 'done' }
const refused = (reason: Extract<RoleOutcome, { kind: 'refused' }>['reason']): RoleOutcome => ({
  kind: 'refused',
  reason,
})

/** Fails quietly where somebody else changed the same thing meanwhile. */
async function change(queries: readonly Query[]) {
  try {
    await write(queries)
    return done
  } catch (error) {
    if (error instanceof GuardFailed) return refused('not-now')
    throw error
  }
}

/** @param cohort id of a cohort of this programme, or null */
export async function assignCohort(
  by: Person,
  trainee: string,
  programme: string,
  cohort: string | null,
  now: number,
): Promise<RoleOutcome> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  return change([
    guardHasRole(trainee, 'trainee', programme),
    ...(cohort === null ? [] : [guardCohortOf(cohort, programme)]),
    updateCohortOf(trainee, programme, cohort),
    audited(now, by.id, 'cohort-assigned', trainee, programme),
  ])
}

/** The old place is archived with its history; what they did goes with them. */
export async function moveTrainee(
  by: Person,
  trainee: string,
  from: string,
  to: { readonly programme: string; readonly cohort: string | null },
  now: number,
): Promise<RoleOutcome> {
  if (!mayMove(by, from, to.programme) || !takesIn(to.programme, 'trainee')) return NOT_ALLOWED
  return change([
    guardHasRole(trainee, 'trainee', from),
    endRole(trainee, 'trainee', from, now, 'moved'),
    grantRole({
      person: trainee,
      role: 'trainee',
      programme: to.programme,
      createdAt: now,
      cohort: to.cohort,
    }),
    withdrawLinksOf(trainee, now),
    audited(now, by.id, 'trainee-moved-away', trainee, from),
    audited(now, by.id, 'trainee-moved-here', trainee, to.programme),
  ])
}

/** They leave the programme; their history stays, and they can be brought back. */
export async function archiveTrainee(
  by: Person,
  trainee: string,
  programme: string,
  reason: string,
  now: number,
): Promise<RoleOutcome> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  if (!reason.trim()) return refused('reason-missing')
  if (reason.length > 1000) return refused('reason-too-long')
  return change([
    guardHasRole(trainee, 'trainee', programme),
    endRole(trainee, 'trainee', programme, now, reason.trim()),
    audited(now, by.id, 'trainee-archived', trainee, programme),
  ])
}

/** Whoever went on to another programme is asked to come back there. */
export async function bringBack(
  by: Person,
  trainee: string,
  programme: string,
  now: number,
): Promise<RoleOutcome> {
  if (!mayDecideIn(by, programme)) return NOT_ALLOWED
  return change([
    guardEnded(trainee, 'trainee', programme),
    guardNoTraineeElsewhere(trainee, programme),
    restoreRole(trainee, 'trainee', programme),
    withdrawLinksOf(trainee, now),
    audited(now, by.id, 'trainee-brought-back', trainee, programme),
  ])
}

/** A coordinator gives and takes only with people who are in the programme: nobody is drawn into it. */
const within = (by: Person, person: string, programme: string): Query[] =>
  mayAdminister(by) ? [] : [guardIsHere(person, programme)]

/**
 * More power asks for a new sign-in, and ends sooner (R18). A way into the account that somebody made before goes, here and
 * wherever it changes who may make one: it would open more than whoever made it may reach.
 */
export async function giveRole(
  by: Person,
  person: string,
  role: Exclude<Role, 'trainee'>,
  programme: string,
  now: number,
): Promise<RoleOutcome> {
  if (!mayChangeRole(by, role, programme) || (programme && !takesIn(programme, role)))
    return NOT_ALLOWED
  return change([
    ...within(by, person, programme),
    grantRole({ person, role, programme, createdAt: now }),
    endSessions(person),
    withdrawLinksOf(person, now),
    audited(now, by.id, `role-given:${role}`, person, programme),
  ])
}

export async function takeRole(
  by: Person,
  person: string,
  role: Exclude<Role, 'trainee'>,
  programme: string,
  now: number,
): Promise<RoleOutcome> {
  if (!mayChangeRole(by, role, programme)) return NOT_ALLOWED
  if (by.id === person) return refused('oneself')
  const queries = [
    endRole(person, role, programme, now, ''),
    audited(now, by.id, `role-taken:${role}`, person, programme),
  ]
  return role === 'administrator'
    ? changeAdministrator(by, person, queries)
    : change([...within(by, person, programme), ...queries])
}

/** What only an administrator does to another: fails where nobody would be left, and where they are one no more. */
async function changeAdministrator(by: Person, person: string, queries: readonly Query[]) {
  const guards = [guardAnotherAdministrator(person), guardActs(by.id, 'administrator')]
  try {
    await write([...guards, ...queries])
    return done
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    // Of two who remove each other in the same moment the second is nobody by then.
    return error.position === 0 ? refused('last-administrator') : NOT_ALLOWED
  }
}

const endSessions = (person: string): Query => ({
  sql: 'DELETE FROM sessions WHERE person = ?',
  args: [person],
})

/** The account can no longer be used, anywhere; nothing is deleted. */
export async function disableAccount(
  by: Person,
  person: string,
  now: number,
): Promise<RoleOutcome> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  if (by.id === person) return refused('oneself')
  return changeAdministrator(by, person, [
    updateDisabled(person, now),
    endSessions(person),
    deleteCalendarFeed(person),
    audited(now, by.id, 'account-disabled', person, ''),
  ])
}

export async function enableAccount(by: Person, person: string, now: number): Promise<RoleOutcome> {
  if (!mayAdminister(by)) return NOT_ALLOWED
  return change([updateDisabled(person, null), audited(now, by.id, 'account-enabled', person, '')])
}
