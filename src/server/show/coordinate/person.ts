/** One person of a programme: what they do there, and what a coordinator may change about it. */
import { together } from '#db/client.ts'
import { cohortsQuery, type CohortRow } from '#db/cohorts.ts'
import { supportedQuery, type Supported } from '#db/pairings.ts'
import { personRowQuery, type PersonRow } from '#db/people.ts'
import { rolesOfQuery, type RoleRow } from '#db/roles.ts'
import type { Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import { mayMakeLinkFor, type Person } from '#domain/people/person.ts'
import { noteSeen } from '#server/access/note-seen.ts'

export interface PersonPage {
  readonly account: Pick<PersonRow, 'id' | 'name' | 'signInName'>
  readonly isDisabled: boolean
  /** In this programme, ended ones too. */
  readonly roles: readonly RoleRow[]
  /** Their place as a trainee here, ended or not. */
  readonly trainee: RoleRow | null
  readonly isHere: boolean
  readonly observes: boolean
  /** Learns in another programme now. */
  readonly elsewhere: boolean
  readonly mayCorrect: boolean
  /** Whom they support here at present, by reference. */
  readonly supports: readonly Supported[]
  /** That they can be put into: archived ones only where they are in one. */
  readonly cohorts: readonly CohortRow[]
}

/** Null for a foreign and an absent id alike (R15). That they were looked at is written down. */
export async function showPerson(
  by: Person,
  id: string,
  programme: string,
  language: Language,
  now: number,
): Promise<PersonPage | null> {
  if (!mayDecideIn(by, programme) || !isUuid(id)) return null
  const { all, row, cohorts, supports } = await together({
    all: rolesOfQuery(id),
    row: personRowQuery(id),
    cohorts: cohortsQuery([programme], language),
    supports: supportedQuery(id, [programme]),
  })
  const roles = all.filter((role) => role.programme === programme)
  if (!row || roles.length === 0) return null
  await noteSeen(by.id, 'person', id, programme, now)
  const active = all.filter(({ archivedAt }) => archivedAt === null)
  const trainee = roles.find(({ role }) => role === 'trainee') ?? null
  return {
    account: { id, name: row.name, signInName: row.signInName },
    isDisabled: row.disabledAt !== null,
    supports,
    roles,
    trainee,
    isHere: roles.some(({ archivedAt }) => archivedAt === null),
    observes: roles.some(({ role, archivedAt }) => role === 'observer' && archivedAt === null),
    elsewhere: active.some((role) => role.role === 'trainee' && role.programme !== programme),
    // Whoever reaches further than this coordinator corrects their own name.
    mayCorrect: row.disabledAt === null && mayMakeLinkFor(by, { roles: active }),
    cohorts: cohorts.filter((one) => one.archivedAt === null || one.id === trainee?.cohort),
  }
}
