/** How long things are kept, in words for whom they are about: the numbers are those that the daily run deletes by. */
import { KEPT_DAYS } from '#domain/retention/retention.ts'
import type { PrivacyWords } from '#i18n/en/privacy.ts'

/** Copies are the organisation's own; what SECURITY.md and the act of erasing say of them. */
const BACKUPS_MONTHS = 12

/** @returns what, and until when */
export function keptInWords(t: PrivacyWords): readonly (readonly [what: string, until: string])[] {
  const time = (days: number): string =>
    days % 365 === 0 ? t.months((days / 365) * 12) : t.days(days)
  return [
    [t.long.record, t.whileHere],
    [t.long.details, t.afterLeaving(time(KEPT_DAYS.profiles))],
    [t.long.notes, t.afterLeaving(time(KEPT_DAYS.notes))],
    [t.long.signIns, time(KEPT_DAYS.security)],
    [t.long.looks, time(KEPT_DAYS.seen)],
    [t.long.mail, time(KEPT_DAYS.outbox)],
    [t.long.offers, time(KEPT_DAYS.applications)],
    [t.long.backups, t.atMost(t.months(BACKUPS_MONTHS))],
  ]
}
