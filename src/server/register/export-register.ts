/** The register as a file for a coordinator. */
import { write } from '#db/client.ts'
import type { Mentor } from '#db/register-mentor.ts'
import { mentorsAfterQuery } from '#db/register.ts'
import type { Language } from '#domain/course/language.ts'
import type { TableKind } from '#domain/people/display.ts'
import { mayDecideIn, NOT_ALLOWED, type NotAllowed } from '#domain/people/may.ts'
import type { Person } from '#domain/people/person.ts'
import type { RegisterWish } from '#domain/register/wish.ts'
import { audited } from '#server/trail/audited.ts'
import { momentOf } from '#server/calendar/clock.ts'
import { readFresh } from '#server/tasks/fresh-desk.ts'

export type RegisterFormat = TableKind | 'json'

/** Others are answered in between. */
const CHUNK = 200

/** Everybody whom the wish finds, in the order of the page. That the file was made is written down. */
export async function exportRegister(
  coordinator: Person,
  programme: string,
  wish: RegisterWish,
  format: RegisterFormat,
  language: Language,
  now: number,
): Promise<readonly Mentor[] | NotAllowed> {
  if (!mayDecideIn(coordinator, programme)) return NOT_ALLOWED
  const moment = momentOf(programme, now)
  const mentors: Mentor[] = []
  for (let after: string | null = ''; after !== null;) {
    const some = mentorsAfterQuery(programme, wish, language, moment, after, CHUNK)
    const { found } = await readFresh(programme, now, { some }, Number.POSITIVE_INFINITY)
    mentors.push(...found.some.mentors)
    after = found.some.next
  }
  await write([audited(now, coordinator.id, `register-exported:${format}`, '', programme)])
  return mentors
}
