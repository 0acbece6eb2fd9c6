/** Who does what where. Every change acts on the next request, because roles are read with each one (R17). */
import { GuardFailed, write, type Query } from '#db/client.ts'
import {
  endRole,
  grantRole,
  guardAnotherAdministrator,
  guardHasRole,
  restoreRole,
  updateCohortOf,
  updateDisabled,
} from '#db/roles.ts'
import type { Person, Role } from '#domain/people/person.ts'
import { audited } from '#server/access/audited.ts'

export type RoleOutcome =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused'
      readonly reason:
        'reason-missing' | 'reason-too-long' | 'oneself' | 'last-administrator' | 'not-now'
    }

const done: RoleOutcome = { kind: 'done' }
const refused = (reason: Extract<RoleOutcome, { kind: 'refused' }>['reason']): RoleOutcome => ({
  kind: 'refused',
  reason,
})

/** Fails quietly where somebody else changed the same thing meanwhile. */
async function change(
  queries: readonly Query[],
  reason: 'not-now' | 'last-administrator' = 'not-now',
) {
  try {
    await write(queries)
    return done
  } catch (error) {
    if (error instanceof GuardFailed) return refused(reason)
    throw error
  }
}

/** @param cohort id of a cohort of this programme, or null */
export const assignCohort = (
  by: Person,
  trainee: string,
  programme: string,
  cohort: string | null,
  now: number,
): Promise<RoleOutcome> =>
  change([
    guardHasRole(trainee, 'trainee', programme),
    updateCohortOf(trainee, programme, cohort),
    audited(now, by.id, 'cohort-assigned', trainee, programme),
  ])

/** The old place is archived with its history; what they did goes with them. */
export const moveTrainee = (
  by: Person,
  trainee: string,
  from: string,
  to: { readonly programme: string; readonly cohort: string | null },
  now: number,
): Promise<RoleOutcome> =>
  change([
    guardHasRole(trainee, 'trainee', from),
    endRole(trainee, 'trainee', from, now, 'moved'),
    grantRole({
      person: trainee,
      role: 'trainee',
      programme: to.programme,
      createdAt: now,
      cohort: to.cohort,
    }),
    audited(now, by.id, 'trainee-moved-away', trainee, from),
    audited(now, by.id, 'trainee-moved-here', trainee, to.programme),
  ])

/** They leave the programme; their history stays, and they can be brought back. */
export async function archiveTrainee(
  by: Person,
  trainee: string,
  programme: string,
  reason: string,
  now: number,
): Promise<RoleOutcome> {
  if (!reason.trim()) return refused('reason-missing')
  if (reason.length > 1000) return refused('reason-too-long')
  return change([
    guardHasRole(trainee, 'trainee', programme),
    endRole(trainee, 'trainee', programme, now, reason.trim()),
    audited(now, by.id, 'trainee-archived', trainee, programme),
  ])
}

export const bringBack = (
  by: Person,
  trainee: string,
  programme: string,
  now: number,
): Promise<RoleOutcome> =>
  change([
    restoreRole(trainee, 'trainee', programme),
    audited(now, by.id, 'trainee-brought-back', trainee, programme),
  ])

/** More power asks for a new sign-in, and ends sooner (R18). */
export const giveRole = (
  by: Person,
  person: string,
  role: Exclude<Role, 'trainee'>,
  programme: string,
  now: number,
): Promise<RoleOutcome> =>
  change([
    grantRole({ person, role, programme, createdAt: now }),
    endSessions(person),
    audited(now, by.id, `role-given:${role}`, person, programme),
  ])

export async function takeRole(
  by: Person,
  person: string,
  role: Exclude<Role, 'trainee'>,
  programme: string,
  now: number,
): Promise<RoleOutcome> {
  if (by.id === person) return refused('oneself')
  return change(
    [
      ...(role === 'administrator' ? [guardAnotherAdministrator(person)] : []),
      endRole(person, role, programme, now, ''),
      audited(now, by.id, `role-taken:${role}`, person, programme),
    ],
    'last-administrator',
  )
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
  if (by.id === person) return refused('oneself')
  return change(
    [
      guardAnotherAdministrator(person),
      updateDisabled(person, now),
      endSessions(person),
      audited(now, by.id, 'account-disabled', person, ''),
    ],
    'last-administrator',
  )
}

export const enableAccount = (by: Person, person: string, now: number): Promise<RoleOutcome> =>
  change([updateDisabled(person, null), audited(now, by.id, 'account-enabled', person, '')])
