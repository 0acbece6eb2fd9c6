import { together } from '#db/client.ts'
import { codeAppQuery } from '#db/factors.ts'
import { passkeysQuery } from '#db/passkeys.ts'
import {
  accountQuery,
  listAccounts,
  PEOPLE_PAGE,
  rolesOfQuery,
  type Account,
  type RoleRow,
} from '#db/roles.ts'
import type { Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person, Role } from '#domain/people/person.ts'
import { noteSeen } from '#server/access/note-seen.ts'
import { loadProgrammes, takesIn } from '#server/course/load-course.ts'

export interface ShownAccounts {
  readonly rows: readonly Account[]
  readonly total: number
  /** Rows on a page. */
  readonly size: number
}

/** @param page from 1; null for who is no administrator */
export const showAccounts = async (
  by: Person,
  search: string,
  language: Language,
  page: number,
): Promise<ShownAccounts | null> =>
  mayAdminister(by) ? { ...(await listAccounts(search, language, page)), size: PEOPLE_PAGE } : null

/** A role that is no trainee's, in a programme; '' for an administrator's. */
export interface StaffRole {
  readonly role: Exclude<Role, 'trainee'>
  readonly programme: string
}

export interface ShownAccount {
  readonly account: Account
  readonly isOneself: boolean
  /** For the second step. */
  readonly hasFactor: boolean
  /** Ended ones too. */
  readonly roles: readonly RoleRow[]
  /** Of staff, as they stand: what can be taken. */
  readonly takable: readonly StaffRole[]
  readonly givable: readonly StaffRole[]
  /** Where the person is a trainee now, and where they could go: slugs. */
  readonly trainee: { readonly programme: string; readonly others: readonly string[] } | null
}

/** That somebody looked is written down. Null for who is no administrator, and where there is no such account. */
export async function showAccount(
  by: Person,
  id: string | undefined,
  language: Language,
  now: number,
): Promise<ShownAccount | null> {
  if (!mayAdminister(by) || !isUuid(id)) return null
  const { account, roles, app, passkeys } = await together({
    account: accountQuery(id),
    roles: rolesOfQuery(id),
    app: codeAppQuery(id),
    passkeys: passkeysQuery(id),
  })
  if (!account) return null
  await noteSeen(by.id, 'person', id, '', now)
  const slugs = loadProgrammes(language).map(({ slug }) => slug)
  const active = roles.filter(({ archivedAt }) => archivedAt === null)
  const inProgramme = active.find(({ role }) => role === 'trainee')?.programme
  return {
    account,
    isOneself: account.id === by.id,
    hasFactor: app !== null || passkeys.length > 0,
    roles,
    takable: active.flatMap(({ role, programme }) =>
      role === 'trainee' ? [] : [{ role, programme }],
    ),
    givable: staffRoles(slugs.filter((slug) => takesIn(slug, 'coordinator'))).filter(
      (one) => !active.some((has) => has.role === one.role && has.programme === one.programme),
    ),
    trainee:
      inProgramme === undefined
        ? null
        : {
            programme: inProgramme,
            others: slugs.filter((slug) => slug !== inProgramme && takesIn(slug, 'trainee')),
          },
  }
}

const staffRoles = (programmes: readonly string[]): StaffRole[] => [
  ...programmes.flatMap((programme) =>
    (['observer', 'coordinator'] as const).map((role) => ({ role, programme })),
  ),
  { role: 'administrator', programme: '' },
]
