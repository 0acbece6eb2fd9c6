/** A trainee's or mentor's profile, for those who coordinate there, and the mail that they were sent. */
import { together } from '#db/client.ts'
import {
  noticesOfQuery,
  noticeWishesQuery,
  type NoticeWishes,
  type SeenNotice,
} from '#db/notices.ts'
import { profileQuery } from '#db/profiles.ts'
import type { Language } from '#domain/course/language.ts'
import { mayChangeProfile } from '#domain/people/may.ts'
import { settings } from '#settings.ts'
import { findProgramme } from '#server/course/load-course.ts'
import { profileFrom, type Profile } from '#server/people/profile.ts'
import type { OpenRecord } from '#server/readiness/open-record.ts'

/** The newest of them; all stand on their own page. */
const SHOWN = 20

export interface MailSeen {
  readonly notices: readonly SeenNotice[]
  /** '' for none. */
  readonly email: string
  readonly state: 'goes' | 'noAddress' | 'notProven' | 'refused' | 'noMail'
}

/** Null for who may not see it. */
export async function showProfile(
  { by, trainee }: Pick<OpenRecord, 'by' | 'trainee'>,
  language: Language,
): Promise<{ readonly profile: Profile; readonly mail: MailSeen } | null> {
  if (!mayChangeProfile(by, trainee)) return null
  const areas = findProgramme(trainee.programme, language)?.areas ?? {}
  const { rows, notices, wishes } = await together({
    rows: profileQuery(trainee.id),
    notices: noticesOfQuery(trainee.id, trainee.programme, Number.MAX_SAFE_INTEGER, SHOWN),
    wishes: noticeWishesQuery(trainee.id),
  })
  return {
    profile: profileFrom(trainee.id, rows, trainee, areas),
    mail: { notices, email: wishes?.email ?? '', state: stateOf(wishes) },
  }
}

function stateOf(wishes: NoticeWishes | null): MailSeen['state'] {
  if (!wishes?.email) return 'noAddress'
  if (!settings().mail) return 'noMail'
  if (wishes.isRefused) return 'refused'
  return wishes.isProven || Object.values(wishes.said).includes(true) ? 'goes' : 'notProven'
}
