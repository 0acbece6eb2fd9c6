import { findProgrammeRules, type RulesNow } from '#db/programme-rules.ts'
import { listOneSignature } from '#db/register.ts'
import type { Moment } from '#domain/calendar/days.ts'
import type { Language } from '#domain/course/language.ts'
import { mayAdminister } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { Programme } from '#domain/programme/programme.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { findProgramme } from '#server/course/load-course.ts'

export interface ShownRules {
  readonly programme: Programme
  readonly stands: RulesNow
}

/** The rules of a programme as they stand; null where there is no such programme for this person. */
export async function showRules(
  by: Person,
  slug: string,
  language: Language,
): Promise<ShownRules | null> {
  const programme = mayAdminister(by) ? findProgramme(slug, language) : null
  return programme && { programme, stands: await findProgrammeRules(slug) }
}

/** How many of those who would leave are named. */
const SHOWN = 50

export interface ShownSecondSignature extends ShownRules {
  readonly moment: Moment
  /** It counts already: what began is not begun again. */
  readonly hasBegun: boolean
  /** By name: who would leave the register today. */
  readonly leaving: readonly { readonly id: string; readonly name: string }[]
  readonly leavingAll: number
}

/** Before two signatures are asked for: who would leave the register; null as in `showRules`. */
export async function showSecondSignature(
  by: Person,
  slug: string,
  language: Language,
  now: number,
): Promise<ShownSecondSignature | null> {
  const shown = await showRules(by, slug, language)
  if (!shown) return null
  const { secondSince } = shown.stands
  const moment = momentOf(slug, now)
  const { rows, total } = await listOneSignature(slug, moment, language, SHOWN)
  return {
    ...shown,
    moment,
    hasBegun: secondSince !== null && secondSince <= now,
    leaving: rows,
    leavingAll: total,
  }
}
