/** What must still be so when a change of roles is written: each makes its whole batch fail. */
import type { Role } from '#domain/people/person.ts'
import { guard, type Query } from './client.ts'

/** It fails unless another enabled administrator is left without this person. */
export const guardAnotherAdministrator = (person: string): Query =>
  guard(
    `EXISTS (SELECT 1 FROM roles r JOIN people p ON p.id = r.person
      WHERE r.role = 'administrator' AND r.archived_at IS NULL AND p.disabled_at IS NULL AND p.id <> ?)`,
    [person],
  )

/** It fails unless whoever acts still may: their account is enabled and has this role. */
export const guardActs = (person: string, role: Role): Query =>
  guard(
    `EXISTS (SELECT 1 FROM roles r JOIN people p ON p.id = r.person
      WHERE r.person = ? AND r.role = ? AND r.archived_at IS NULL AND p.disabled_at IS NULL)`,
    [person, role],
  )

/** It fails unless the person has this role now. */
export const guardHasRole = (person: string, role: Role, programme: string): Query =>
  guard(
    `EXISTS (SELECT 1 FROM roles WHERE person = ? AND role = ? AND programme = ? AND archived_at IS NULL)`,
    [person, role, programme],
  )

/** It fails unless the person had this role and has it no more. */
export const guardEnded = (person: string, role: Role, programme: string): Query =>
  guard(
    `EXISTS (SELECT 1 FROM roles WHERE person = ? AND role = ? AND programme = ? AND archived_at IS NOT NULL)`,
    [person, role, programme],
  )

/** It fails where the person is a trainee of another programme now. */
export const guardNoTraineeElsewhere = (person: string, programme: string): Query =>
  guard(
    `NOT EXISTS (SELECT 1 FROM roles WHERE person = ? AND role = 'trainee' AND programme <> ? AND archived_at IS NULL)`,
    [person, programme],
  )

/** It fails unless the person has some role in the programme now. */
export const guardIsHere = (person: string, programme: string): Query =>
  guard(`EXISTS (SELECT 1 FROM roles WHERE person = ? AND programme = ? AND archived_at IS NULL)`, [
    person,
    programme,
  ])

/** It fails unless the cohort is one of the programme. */
export const guardCohortOf = (cohort: string, programme: string): Query =>
  guard(`EXISTS (SELECT 1 FROM cohorts WHERE id = ? AND programme = ?)`, [cohort, programme])
