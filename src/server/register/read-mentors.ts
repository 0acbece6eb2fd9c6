/** Mentors who are ready today, for another system: those of its token's programme. */
import type { Mentor } from '#db/register-mentor.ts'
import { findMentor, mentorsAfterQuery } from '#db/register.ts'
import type { ApiTokenRow } from '#db/api-tokens.ts'
import type { Language } from '#domain/course/language.ts'
import { isUuid } from '#domain/learning/uuid.ts'
import type { Paging } from '#domain/register/paging.ts'
import type { RegisterWish } from '#domain/register/wish.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { readFresh } from '#server/tasks/fresh-desk.ts'

/** @returns one page, and the cursor of the next one, or null on the last */
export async function readMentors(
  { programme }: ApiTokenRow,
  wish: RegisterWish,
  { after, limit }: Paging,
  language: Language,
  now: number,
): Promise<{ readonly mentors: readonly Mentor[]; readonly next: string | null }> {
  const moment = momentOf(programme, now)
  const page = mentorsAfterQuery(programme, wish, language, moment, after, limit)
  // Nobody reads beside such a list that it is not whole yet.
  const { found } = await readFresh(programme, now, { page }, Number.POSITIVE_INFINITY)
  return found.page
}

/** Null for everybody who is not ready today in the token's programme. */
export const readMentor = async (
  { programme }: ApiTokenRow,
  id: string,
  now: number,
): Promise<Mentor | null> =>
  isUuid(id) ? findMentor(id, programme, momentOf(programme, now)) : null
