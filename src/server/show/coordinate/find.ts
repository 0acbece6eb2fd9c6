/** Who was found: people, applicants and who is invited, of one's own programmes, and for an administrator accounts of all. */
import { read, together } from '#db/client.ts'
import {
  decisionsNamedQuery,
  foundQuery,
  MOST_FOUND,
  standingsOfQuery,
  type FindScope,
  type FoundRow,
} from '#db/find.ts'
import type { Language } from '#domain/course/language.ts'
import { readCode } from '#domain/people/code.ts'
import { findTerms } from '#domain/people/find.ts'
import { mayFind } from '#domain/people/may.ts'
import { isAdministrator, programmesAs, type Person } from '#domain/people/person.ts'
import type { Standing } from '#domain/readiness/standing.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { openFind } from '#server/people/ask-find.ts'

export interface Found {
  readonly kind: FoundRow['kind']
  /** Of a person, an application or an invitation. */
  readonly id: string
  readonly name: string
  readonly programme: string
  /** Of a person there, ended ones too. */
  readonly roles: FoundRow['roles']
  /** Null for who is no trainee there, or only an account to who looks. */
  readonly standing: Standing | null
  readonly cohort: string | null
  readonly place: string
  /** '' for none, and for who may not see it. */
  readonly email: string
  readonly phone: string
  readonly since: number
  readonly gone: 'left' | 'disabled' | null
  /** The page of it. */
  readonly href: string
  /** A decision whose reference or certificate was typed, or null. */
  readonly decision: string | null
}

export interface FoundPage {
  /** '' before anything was asked. */
  readonly typed: string
  /** False where nothing that can be compared was typed. */
  readonly isAsked: boolean
  readonly found: readonly Found[]
  /** There are others, which are not listed. */
  readonly hasMore: boolean
}

/** Null for who may not. @param locked as `askFind` gave it, or null */
export async function showFound(
  by: Person,
  locked: string | null,
  language: Language,
  now: number,
): Promise<FoundPage | null> {
  if (!mayFind(by)) return null
  const typed = locked ? await openFind(by, locked, now) : ''
  const terms = findTerms(typed)
  if (terms.length === 0) return { typed, isAsked: false, found: [], hasMore: false }
  const code = readCode(typed)?.toLowerCase() ?? ''
  const scope = scopeOf(by)
  const all = await read(foundQuery(scope, terms, language))
  const rows = all.slice(0, MOST_FOUND).filter((row) => maySee(scope, row))
  return {
    typed,
    isAsked: true,
    found: await toFound(scope, rows, [...terms.flat(), code], now),
    hasMore: all.length > MOST_FOUND,
  }
}

function scopeOf(by: Person): FindScope {
  const decides = programmesAs(by, 'coordinator')
  const observes = programmesAs(by, 'observer').filter((slug) => !decides.includes(slug))
  return { decides, observes, everywhere: isAdministrator(by) }
}

const maySee = ({ decides, observes, everywhere }: FindScope, row: FoundRow): boolean =>
  decides.includes(row.programme) ||
  everywhere ||
  (observes.includes(row.programme) && row.roles.includes('trainee') && row.leftAt === null)

async function toFound(
  scope: FindScope,
  rows: readonly FoundRow[],
  typed: readonly string[],
  now: number,
): Promise<Found[]> {
  const { decides, observes } = scope
  const trainees = rows.filter(({ roles }) => roles.includes('trainee'))
  const programmes = [...decides, ...observes].filter((slug) =>
    trainees.some(({ programme }) => programme === slug),
  )
  if (programmes.length === 0) return rows.map((row) => toOne(scope, row, null, null))
  const { decisions, ...standings } = await together({
    decisions: decisionsNamedQuery(
      decides,
      trainees.map(({ id }) => id),
      typed,
    ),
    ...Object.fromEntries(
      programmes.map((slug) => [
        `standing ${slug}`,
        standingsOfQuery(
          slug,
          trainees.filter(({ programme }) => programme === slug).map(({ id }) => id),
          momentOf(slug, now),
        ),
      ]),
    ),
  })
  const standingOf = ({ id, programme }: FoundRow): Standing | null =>
    (standings as Readonly<Record<string, ReadonlyMap<string, Standing>>>)[
      `standing ${programme}`
    ]?.get(id) ?? null
  return rows.map((row) =>
    toOne(
      scope,
      row,
      standingOf(row),
      decisions.find(({ person }) => person === row.id)?.id ?? null,
    ),
  )
}

function toOne(
  { decides, observes, everywhere }: FindScope,
  row: FoundRow,
  standing: Standing | null,
  decision: string | null,
): Found {
  const { id, kind, programme, roles, closed, leftAt, email, phone, ...rest } = row
  const isMine = decides.includes(programme)
  const seesContact = isMine || everywhere
  const isTrainee = roles.includes('trainee')
  return {
    ...rest,
    ...{ id, kind, programme, roles, standing },
    email: seesContact ? email : '',
    phone: seesContact ? phone : '',
    gone: closed ? 'disabled' : leftAt !== null ? 'left' : null,
    decision: isMine && !closed ? decision : null,
    href:
      kind === 'application'
        ? `/coordinate/applications/${id}`
        : kind === 'invitation'
          ? `/coordinate/invitations?${new URLSearchParams({ programme, only: id })}`
          : !isMine && !observes.includes(programme)
            ? `/manage/accounts/${id}`
            : isTrainee && !closed && leftAt === null
              ? `/coordinate/${id}`
              : `/coordinate/people/${id}?programme=${programme}`,
  }
}
