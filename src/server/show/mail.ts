/** What somebody wants by mail, and what they were told. */
import { together } from '#db/client.ts'
import {
  NOTICES_PAGE,
  noticesOfQuery,
  noticeWishesQuery,
  type NoticeWishes,
  type SeenNotice,
} from '#db/notices.ts'
import { digestProgramme, kindsFor, USUAL_DIGEST, type NoticeKind } from '#domain/people/notices.ts'
import type { Person } from '#domain/people/person.ts'
import { settings } from '#settings.ts'
import { timeZoneOf } from '#server/calendar/clock.ts'

export interface MailPage extends Omit<NoticeWishes, 'said'> {
  readonly canMail: boolean
  /** What they can be told of. */
  readonly kinds: readonly NoticeKind[]
  /** What they are mailed as it stands. */
  readonly on: readonly NoticeKind[]
  /** Whose clock their digest goes by, an IANA name; null for who gets none. */
  readonly digestZone: string | null
  readonly sent: readonly SeenNotice[]
  /** Where earlier ones begin; null where there are none. */
  readonly earlier: number | null
}

/** @param before milliseconds since 1970 */
export async function showMail(by: Person, before: number): Promise<MailPage> {
  const { wishes, sent } = await together({
    wishes: noticeWishesQuery(by.id),
    sent: noticesOfQuery(by.id, null, before),
  })
  const kinds = kindsFor(by)
  const zoneOf = digestProgramme(by)
  const isProven = wishes?.isProven ?? false
  return {
    email: wishes?.email ?? '',
    isProven,
    isRefused: wishes?.isRefused ?? false,
    digest: wishes?.digest ?? USUAL_DIGEST,
    canMail: settings().mail !== null,
    kinds,
    on: kinds.filter((kind) => wishes?.said[kind] ?? isProven),
    digestZone: zoneOf === null ? null : timeZoneOf(zoneOf),
    sent,
    earlier: sent.length === NOTICES_PAGE ? (sent.at(-1)?.at ?? null) : null,
  }
}
