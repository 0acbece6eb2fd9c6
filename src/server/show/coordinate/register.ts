/** The register of a programme: who is ready today, and who is not there any more. */
import { auditsQuery } from '#db/audit.ts'
import { absentQuery, type AbsentPage } from '#db/register-absent.ts'
import { REGISTER_PAGE } from '#db/register-rows.ts'
import { facetsQuery, mentorsQuery, type MentorsPage, type RegisterFacets } from '#db/register.ts'
import type { Language } from '#domain/course/language.ts'
import { mayDecideIn } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import { ABSENCES, isAbsence, type Absence } from '#domain/register/register.ts'
import type { RegisterWish } from '#domain/register/wish.ts'
import { lookOf, noteLook } from '#server/access/note-seen.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { readFresh, type Freshness } from '#server/tasks/fresh-desk.ts'

export interface RegisterPage extends MentorsPage {
  /** What the filters can find. */
  readonly facets: RegisterFacets
  readonly pageSize: number
  readonly freshness: Freshness
}

/** That it was looked at is written down. @param page from 1 */
export async function showRegister(
  by: Person,
  programme: string,
  asked: { readonly wish: RegisterWish; readonly page: number; readonly language: Language },
  now: number,
): Promise<RegisterPage | null> {
  if (!mayDecideIn(by, programme)) return null
  const moment = momentOf(programme, now)
  const { wish, page, language } = asked
  const look = lookOf(by.id, 'register', '', programme, now)
  const { found, freshness } = await readFresh(programme, now, {
    mentors: mentorsQuery(programme, wish, language, moment, page),
    facets: facetsQuery(programme),
    known: auditsQuery([look.id]),
  })
  await noteLook(look, found.known)
  return { ...found.mentors, facets: found.facets, pageSize: REGISTER_PAGE, freshness }
}

export interface LeftPage extends AbsentPage {
  /** Only these; null for all. */
  readonly why: Absence | null
  /** What can be chosen: what somebody has, and what was asked for. */
  readonly whys: readonly Absence[]
  /** How many are away, whatever was asked for. */
  readonly all: number
  readonly pageSize: number
  readonly freshness: Freshness
}

/** That it was looked at is written down. @param asked page from 1 */
export async function showLeft(
  by: Person,
  programme: string,
  asked: { readonly why: string | null; readonly page: number },
  now: number,
): Promise<LeftPage | null> {
  if (!mayDecideIn(by, programme)) return null
  const why = isAbsence(asked.why) ? asked.why : null
  const look = lookOf(by.id, 'register', '', programme, now)
  const { found, freshness } = await readFresh(programme, now, {
    shown: absentQuery(programme, why, momentOf(programme, now), asked.page),
    known: auditsQuery([look.id]),
  })
  await noteLook(look, found.known)
  const { shown } = found
  return {
    ...shown,
    why,
    whys: ABSENCES.filter((one) => shown.counts[one] > 0 || one === why),
    all: ABSENCES.reduce((sum, one) => sum + shown.counts[one], 0),
    pageSize: REGISTER_PAGE,
    freshness,
  }
}
